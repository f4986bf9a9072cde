package no.forfall.law;

/** Norwegian rules that are no question to a step: how money is counted, how letters are written, what people decide. */
enum NorwayNorm implements Rule {

    /** {@link Readings#firstInterestDay}; the caller leaves interest out when the invoice never arrived. */
    NO_R1("forsinkelsesrenteloven § 2", RulePlace.INTEREST),
    /** {@link Rates#lateInterestPercent}, which refuses a day without a rate. */
    NO_R2("forsinkelsesrenteloven § 3", RulePlace.INTEREST),
    /** {@link Interest}. */
    NO_R3("forsinkelsesrenteloven § 3", RulePlace.INTEREST),
    /** No agreed rate is known to the house: it counts the statutory one for all. */
    NO_R4("forsinkelsesrenteloven §§ 1, 4", RulePlace.INTEREST),
    /** {@link FeeLetters}. */
    NO_R11("inkassoforskriften § 1-3", RulePlace.FEE),
    NO_R12("inkassoforskriften § 1-2", RulePlace.LETTER),
    /** No rule asks for a reminder before the notice. */
    NO_R17("inkassoloven § 9", RulePlace.STEP),
    /** The house sends no betalingsoppfordring; the agency does. */
    NO_R20("inkassoloven § 10", RulePlace.PERSON),
    NO_R23("forsinkelsesrenteloven §§ 2 a, 2 b", RulePlace.PERSON),
    NO_R25("merverdiavgiftsloven § 4-1, FMVA § 4-7-1", RulePlace.LEDGER),
    NO_R26("inkassoloven §§ 2, 13", RulePlace.AGENCY),
    /** In force with the new act; a default for calls before that. */
    NO_F3("LOV-2026-05-22-19 § 15", RulePlace.PERSON);

    private final String statute;
    private final RulePlace place;

    NorwayNorm(String statute, RulePlace place) {
        this.statute = statute;
        this.place = place;
    }

    @Override
    public String statute() {
        return statute;
    }

    @Override
    public RulePlace place() {
        return place;
    }
}
