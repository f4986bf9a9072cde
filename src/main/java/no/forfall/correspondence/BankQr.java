package no.forfall.correspondence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import no.forfall.receivables.Invoice;
import no.forfall.shared.Country;
import org.joda.money.Money;

/**
 * What Swedish bank apps read from a QR code, after the open format “UsingQR” version 1 (usingqr.se, qrkod.info): one JSON
 * object with the kind of paper ({@code tp} 1 for an invoice), name and organisation number of the creditor, OCR number or
 * invoice number ({@code iref}), date of invoice and last day to pay as {@code yyyyMMdd}, amount in major units, currency, and
 * the bankgiro. Norway has no such public format.
 */
public final class BankQr {

    private static final Pattern BANKGIRO = Pattern.compile("\\d{3,4}-?\\d{4}");
    private static final JsonMapper JSON = new JsonMapper();

    private BankQr() {}

    /**
     * @param payBy the last day to pay
     * @param amount what is to be paid
     * @return empty for a creditor outside Sweden, an account that is no bankgiro, or another currency than the krona
     */
    public static Optional<String> of(Invoice invoice, LocalDate payBy, Money amount) {
        String account = invoice.account();
        if (invoice.creditor().country() != Country.SE
                || account == null
                || !BANKGIRO.matcher(account).matches()
                || !amount.getCurrencyUnit().equals(Country.SE.currency())
                || !amount.isPositive()) {
            return Optional.empty();
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("uqr", 1);
        fields.put("tp", 1);
        fields.put("nme", invoice.creditor().name());
        fields.put("cid", invoice.creditor().organisationNumber());
        fields.put("iref", Objects.requireNonNullElse(invoice.paymentReference(), invoice.number()));
        fields.put("idt", DateTimeFormatter.BASIC_ISO_DATE.format(invoice.issuedOn()));
        fields.put("ddt", DateTimeFormatter.BASIC_ISO_DATE.format(payBy));
        fields.put("due", amount.getAmount());
        fields.put("cur", amount.getCurrencyUnit().getCode());
        fields.put("pt", "BG");
        fields.put("acc", account);
        try {
            return Optional.of(JSON.writeValueAsString(fields));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
