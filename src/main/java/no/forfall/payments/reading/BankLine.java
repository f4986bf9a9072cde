package no.forfall.payments.reading;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A payment, or the part of it that goes to one reference, as a bank file states it.
 *
 * @param bookedOn local date of the bank
 * @param amount negative for what was taken back
 * @param reference KID, OCR number or invoice number, leading zeros kept; several where nobody can say how the amount is
 *     parted between them
 * @param account that the money came to
 * @param text for people; nothing is posted by it
 */
public record BankLine(
        LocalDate bookedOn,
        Money amount,
        @Nullable String reference,
        @Nullable String payer,
        @Nullable String account,
        @Nullable String text) {

    static final int LONGEST_REFERENCE = 60;
    static final int LONGEST_PAYER = 200;
    static final int LONGEST_ACCOUNT = 40;
    static final int LONGEST_TEXT = 500;

    private static final String AND = " + ";
    private static final String MORE = " + …";

    /** Of several references what fits into the field of one; null of none. */
    static @Nullable String joined(List<String> references) {
        if (references.isEmpty()) {
            return null;
        }
        StringBuilder joined = new StringBuilder(references.get(0));
        for (String next : references.subList(1, references.size())) {
            if (joined.length() + AND.length() + next.length() + MORE.length() > LONGEST_REFERENCE) {
                return joined.append(MORE).toString();
            }
            joined.append(AND).append(next);
        }
        return joined.toString();
    }

    /** Whether the reference stands for several. */
    public boolean hasSeveralReferences() {
        return reference != null && reference.contains(AND);
    }

    /** Field to value, empty where there is none. */
    public Map<String, String> content() {
        Map<String, String> content = new LinkedHashMap<>();
        content.put("booked", bookedOn.toString());
        content.put("amount", amount.toString());
        content.put("reference", Objects.requireNonNullElse(reference, ""));
        content.put("payer", Objects.requireNonNullElse(payer, ""));
        content.put("account", Objects.requireNonNullElse(account, ""));
        content.put("text", Objects.requireNonNullElse(text, ""));
        return content;
    }
}
