package no.forfall.correspondence.text;

import static no.forfall.correspondence.LetterType.DISPUTE_DECIDED;
import static no.forfall.correspondence.LetterType.DISPUTE_QUESTION;
import static no.forfall.correspondence.LetterType.DISPUTE_RECEIVED;
import static no.forfall.correspondence.LetterType.HAND_OVER_INFORMATION;
import static no.forfall.correspondence.LetterType.PLAN_CONFIRMATION;
import static no.forfall.correspondence.LetterType.PLAN_PROPOSAL;
import static no.forfall.correspondence.LetterType.PROMISE_CONFIRMATION;
import static no.forfall.correspondence.LetterType.STATEMENT_OF_ACCOUNT;
import static no.forfall.correspondence.LetterType.THANK_YOU;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import no.forfall.cases.EvidenceContributor.Arrangement;
import no.forfall.cases.EvidenceContributor.Objection;
import no.forfall.cases.EvidenceContributor.WithAgency;
import no.forfall.correspondence.LetterType;
import no.forfall.policy.Tone;
import no.forfall.receivables.Creditor;
import no.forfall.shared.Country;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** The fields a letter's template may use; there are no others. An empty text counts as absent. */
enum LetterField {
    CREDITOR(
            "creditor", Fits.ALL, (draft, formats) -> draft.invoice().creditor().name()),
    DEBTOR("debtor", Fits.ALL, (draft, formats) -> draft.invoice().debtor().name()),
    INVOICE_NUMBER("invoiceNumber", Fits.ONE_INVOICE, (draft, formats) -> draft.invoice()
            .number()),
    INVOICE_DATE(
            "invoiceDate",
            Fits.ONE_INVOICE,
            (draft, formats) -> formats.date(draft.invoice().issuedOn())),
    DESCRIPTION(
            "description",
            Fits.ONE_INVOICE,
            (draft, formats) -> orEmpty(draft.invoice().description())),
    DUE_DATE(
            "dueDate",
            Fits.ONE_INVOICE,
            (draft, formats) -> formats.date(draft.invoice().dueOn())),
    AMOUNT(
            "amount",
            Fits.SOMETHING_OPEN,
            (draft, formats) -> formats.money(draft.demand().total())),
    NEW_FEE(
            "newFee",
            LetterType::demands,
            (draft, formats) -> draft.demand().newFee().isPositive()
                    ? formats.money(draft.demand().newFee())
                    : ""),
    DEADLINE(
            "deadline",
            LetterType::demands,
            (draft, formats) -> draft.deadline() == null ? "" : formats.date(draft.deadline())),
    NEXT_STEP_ON("nextStepOn", Fits.GOES_ON, (draft, formats) -> formats.date(draft.nextStepOn())),
    CONTACT("contact", Fits.ALL, (draft, formats) -> contact(draft.invoice().creditor(), formats)),
    PROMISED("promised", Fits.of(PROMISE_CONFIRMATION), agreed((one, formats) -> formats.money(one.amount()))),
    PROMISED_ON("promisedOn", Fits.of(PROMISE_CONFIRMATION), agreed((one, formats) -> formats.date(one.dueOn()))),
    OBJECTION(
            "objection",
            Fits.of(DISPUTE_RECEIVED, DISPUTE_QUESTION, DISPUTE_DECIDED),
            (draft, formats) -> formats.objection(
                    Objects.requireNonNull(draft.matter().objection()).reason())),
    /** The part of the principal that is disputed; absent when the whole claim is, or nothing. */
    DISPUTED("disputed", Fits.MAY_BE_APART, LetterField::disputed),
    QUESTION("question", Fits.of(DISPUTE_QUESTION), (draft, formats) -> question(draft)
            .text()),
    ANSWER_BY(
            "answerBy",
            Fits.of(DISPUTE_QUESTION),
            (draft, formats) -> formats.date(question(draft).answerBy())),
    AGENCY("agency", Fits.of(HAND_OVER_INFORMATION), handedOver((there, formats) -> there.agency())),
    HANDED_OVER_ON(
            "handedOverOn",
            Fits.of(HAND_OVER_INFORMATION),
            handedOver((there, formats) -> formats.date(there.since()))),
    NORWAY("norway", Fits.ALL, Role.SECTION, draft -> draft.invoice().creditor().country() == Country.NO),
    SWEDEN("sweden", Fits.ALL, Role.SECTION, draft -> draft.invoice().creditor().country() == Country.SE),
    /** A notice that may not be the statutory one. */
    ANNOUNCEMENT("announcement", LetterType::demands, Role.SECTION, Draft::announces),
    /** The tone that policy chose; one of the three holds. */
    FRIENDLY("friendly", LetterType::demands, Role.SECTION, tone(Tone.FRIENDLY)),
    NEUTRAL("neutral", LetterType::demands, Role.SECTION, tone(Tone.NEUTRAL)),
    FIRM("firm", LetterType::demands, Role.SECTION, tone(Tone.FIRM)),
    /** How the objection was decided; one of the six holds. Granted is one to a part that was right. */
    UPHELD("upheld", Fits.of(DISPUTE_DECIDED), Role.SECTION, outcome("UPHELD", false)),
    GRANTED("granted", Fits.of(DISPUTE_DECIDED), Role.SECTION, outcome("UPHELD", true)),
    PARTLY("partly", Fits.of(DISPUTE_DECIDED), Role.SECTION, outcome("PARTLY")),
    CORRECTED("corrected", Fits.of(DISPUTE_DECIDED), Role.SECTION, outcome("CORRECTED")),
    REJECTED("rejected", Fits.of(DISPUTE_DECIDED), Role.SECTION, outcome("REJECTED")),
    WAIVED("waived", Fits.of(DISPUTE_DECIDED), Role.SECTION, outcome("REJECTED_WAIVED")),
    /** Where the table of the claim stands. */
    CLAIM("claim", Fits.SOMETHING_OPEN, Block.CLAIM_MARK),
    /** Where the way to pay stands. */
    PAYMENT("payment", Fits.PAYABLE, Block.PAYMENT_MARK),
    /** Where the table of instalments stands. */
    PLAN("plan", Fits.of(PLAN_PROPOSAL, PLAN_CONFIRMATION), Block.PLAN_MARK),
    /** Where the table of all open invoices stands. */
    STATEMENT("statement", Fits.of(STATEMENT_OF_ACCOUNT), Block.STATEMENT_MARK);

    /** What a field may do in a text. */
    enum Role {
        TEXT,
        SECTION,
        TABLE
    }

    private static final class Fits {

        static final Predicate<LetterType> ALL = type -> true;
        static final Predicate<LetterType> ONE_INVOICE =
                of(STATEMENT_OF_ACCOUNT).negate();
        static final Predicate<LetterType> SOMETHING_OPEN = of(
                        STATEMENT_OF_ACCOUNT, THANK_YOU, DISPUTE_RECEIVED, DISPUTE_QUESTION)
                .negate();
        static final Predicate<LetterType> PAYABLE = of(
                        STATEMENT_OF_ACCOUNT, THANK_YOU, DISPUTE_RECEIVED, DISPUTE_QUESTION, HAND_OVER_INFORMATION)
                .negate();
        static final Predicate<LetterType> GOES_ON = type -> type.demands()
                || of(PROMISE_CONFIRMATION, PLAN_PROPOSAL, PLAN_CONFIRMATION).test(type);

        static final Predicate<LetterType> MAY_BE_APART = type -> type.demands() || type == DISPUTE_RECEIVED;

        static Predicate<LetterType> of(LetterType... types) {
            return Set.of(types)::contains;
        }
    }

    private final String tag;
    private final Predicate<LetterType> fits;
    private final Role role;
    private final BiFunction<Draft, Formats, Object> value;

    LetterField(String tag, Predicate<LetterType> fits, BiFunction<Draft, Formats, Object> value) {
        this(tag, fits, Role.TEXT, value);
    }

    LetterField(String tag, Predicate<LetterType> fits, Role role, Function<Draft, Boolean> value) {
        this(tag, fits, role, (draft, formats) -> value.apply(draft));
    }

    LetterField(String tag, Predicate<LetterType> fits, String mark) {
        this(tag, fits, Role.TABLE, (draft, formats) -> mark);
    }

    LetterField(String tag, Predicate<LetterType> fits, Role role, BiFunction<Draft, Formats, Object> value) {
        this.tag = tag;
        this.fits = fits;
        this.role = role;
        this.value = value;
    }

    String tag() {
        return tag;
    }

    Role role() {
        return role;
    }

    /** Whether that kind of letter may use it. */
    boolean fits(LetterType type) {
        return fits.test(type);
    }

    static Map<String, Object> of(Draft draft, Formats formats) {
        Map<String, Object> values = new HashMap<>();
        Arrays.stream(values())
                .filter(field -> field.fits(draft.type()))
                .forEach(field -> values.put(field.tag, field.value.apply(draft, formats)));
        return values;
    }

    private static BiFunction<Draft, Formats, Object> agreed(BiFunction<Arrangement.Instalment, Formats, Object> said) {
        return (draft, formats) ->
                said.apply(Objects.requireNonNull(draft.matter().nextOn(draft.dated())), formats);
    }

    private static BiFunction<Draft, Formats, Object> handedOver(BiFunction<WithAgency, Formats, Object> said) {
        return (draft, formats) ->
                said.apply(Objects.requireNonNull(draft.matter().withAgency()), formats);
    }

    private static Function<Draft, Boolean> tone(Tone tone) {
        return draft -> draft.terms().tone() == tone;
    }

    private static Function<Draft, Boolean> outcome(String outcome) {
        return draft -> {
            return outcome.equals(objection(draft).outcome());
        };
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static Function<Draft, Boolean> outcome(String outcome, boolean part) {
        return draft ->
                outcome(outcome).apply(draft) && part == (objection(draft).part() != null);
    }

    private static Objection objection(Draft draft) {
        return Objects.requireNonNull(draft.matter().objection());
    }

    private static Objection.Question question(Draft draft) {
        return Objects.requireNonNull(objection(draft).question());
    }

    private static Object disputed(Draft draft, Formats formats) {
        Money part = draft.type().demands()
                ? draft.demand().disputed()
                : objection(draft).part();
        return part == null || part.isZero() ? "" : formats.money(part);
    }

    private static String contact(Creditor creditor, Formats formats) {
        String email = creditor.email();
        String phone = creditor.phone();
        if (email != null && phone != null) {
            return formats.label("contact.both", email, phone);
        }
        if (email == null && phone == null) {
            return formats.label("contact.none");
        }
        return email != null ? email : formats.label("contact.phone", phone);
    }
}
