package no.forfall.correspondence.text;

import java.util.Arrays;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import no.forfall.receivables.Creditor;
import no.forfall.shared.Country;
import org.jspecify.annotations.Nullable;

/** The fields a letter's template may use; there are no others. An empty text counts as absent. */
enum LetterField {
    CREDITOR("creditor", (draft, formats) -> draft.invoice().creditor().name()),
    DEBTOR("debtor", (draft, formats) -> draft.invoice().debtor().name()),
    INVOICE_NUMBER("invoiceNumber", (draft, formats) -> draft.invoice().number()),
    INVOICE_DATE("invoiceDate", (draft, formats) -> formats.date(draft.invoice().issuedOn())),
    DESCRIPTION("description", (draft, formats) -> orEmpty(draft.invoice().description())),
    DUE_DATE("dueDate", (draft, formats) -> formats.date(draft.invoice().dueOn())),
    AMOUNT("amount", (draft, formats) -> formats.money(draft.demand().total())),
    NEW_FEE(
            "newFee",
            (draft, formats) -> draft.demand().newFee().isPositive()
                    ? formats.money(draft.demand().newFee())
                    : ""),
    DEADLINE("deadline", (draft, formats) -> draft.deadline() == null ? "" : formats.date(draft.deadline())),
    NEXT_STEP_ON("nextStepOn", (draft, formats) -> formats.date(draft.nextStepOn())),
    CONTACT("contact", (draft, formats) -> contact(draft.invoice().creditor(), formats)),
    NORWAY("norway", (draft, formats) -> draft.invoice().creditor().country() == Country.NO),
    SWEDEN("sweden", (draft, formats) -> draft.invoice().creditor().country() == Country.SE),
    /** A notice that may not be the statutory one: for sections only. */
    ANNOUNCEMENT("announcement", (draft, formats) -> draft.announces()),
    /** Where the table of the claim stands. */
    CLAIM("claim", (draft, formats) -> Block.CLAIM_MARK),
    /** Where the way to pay stands. */
    PAYMENT("payment", (draft, formats) -> Block.PAYMENT_MARK);

    private final String tag;
    private final BiFunction<Draft, Formats, Object> value;

    LetterField(String tag, BiFunction<Draft, Formats, Object> value) {
        this.tag = tag;
        this.value = value;
    }

    String tag() {
        return tag;
    }

    static Map<String, Object> of(Draft draft, Formats formats) {
        return Arrays.stream(values())
                .collect(Collectors.toMap(LetterField::tag, field -> field.value.apply(draft, formats)));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
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
