package no.forfall.payments;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import no.forfall.intake.reading.CsvLine;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** A payment as a line of a bank file states it; the columns are those of {@code docs/csv.md}. */
record BankLine(
        @Nullable String id,
        LocalDate bookedOn,
        Money amount,
        @Nullable String reference,
        @Nullable String payer,
        @Nullable String account,
        @Nullable String text) {

    static final Set<String> REQUIRED = Set.of("booked", "amount", "currency");

    static BankLine of(CsvLine line) {
        return new BankLine(
                line.text("id", 60),
                line.date("booked"),
                line.money("amount", "currency", null),
                line.text("reference", 60),
                line.text("payer", 200),
                line.text("account", 40),
                line.text("text", 500));
    }

    /**
     * What makes it the same payment: the bank's id, else its content and its count among equal ones in its
     * file. Two equal payments on one day are two; the same file read again brings the same two.
     */
    String key(int occurrence) {
        return id != null ? "id:" + id : "content:" + sha256(content().toString()) + ":" + occurrence;
    }

    Map<String, String> content() {
        Map<String, String> content = new LinkedHashMap<>();
        content.put("booked", bookedOn.toString());
        content.put("amount", amount.toString());
        content.put("reference", Objects.requireNonNullElse(reference, ""));
        content.put("payer", Objects.requireNonNullElse(payer, ""));
        content.put("account", Objects.requireNonNullElse(account, ""));
        content.put("text", Objects.requireNonNullElse(text, ""));
        return content;
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
