package no.forfall.law;

/** Swedish rules that are no question to a step: how money is counted, how letters are written, what people decide. */
enum SwedenNorm implements Rule {

    /** The house sends no inkassokrav; the agency does. */
    SE_R2("lag (1981:739) §§ 3, 4", RulePlace.PERSON),
    SE_R6("inkassolagen § 5", RulePlace.LETTER),
    SE_R7("inkassolagen §§ 6, 7", RulePlace.PERSON),
    /** The last letter of the ladder is such an announcement. */
    SE_R10("inkassolagen § 1", RulePlace.LETTER),
    SE_R11("inkassolagen §§ 2, 13", RulePlace.PERSON),
    /** {@link Readings#firstInterestDay}. */
    SE_R13("räntelagen §§ 3, 4", RulePlace.INTEREST),
    /** {@link Rates#lateInterestPercent}, which refuses a day without a rate. */
    SE_R14("räntelagen §§ 6, 9", RulePlace.INTEREST),
    SE_R15("räntelagen § 2 a", RulePlace.PERSON),
    SE_R16("räntelagen § 4 a", RulePlace.INTEREST),
    SE_R17("räntelagen § 8", RulePlace.PERSON),
    /** {@link SwedenRule#SE_R8} stops the hand-over before the agency would. */
    SE_R19("inkassolagen § 8", RulePlace.AGENCY),
    SE_R20("mervärdesskattelagen (2023:200)", RulePlace.LEDGER),
    SE_R21("förordningen (1992:1094)", RulePlace.PERSON);

    private final String statute;
    private final RulePlace place;

    SwedenNorm(String statute, RulePlace place) {
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
