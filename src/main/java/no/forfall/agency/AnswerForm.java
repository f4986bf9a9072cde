package no.forfall.agency;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.forfall.shared.InvalidRequest;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What counts in an agency's answer.
 *
 * @param key names the answer among those to the same hand-over
 * @param paid the money it reports; empty when none
 */
record AnswerForm(String key, AgencyStatus status, Optional<Money> paid, LocalDate paidOn) {

    private static final int LONGEST_ID = 100;

    /**
     * @param currency of the claim, in which all money is
     * @throws InvalidRequest names every field at fault
     */
    static AnswerForm read(JsonNode body, String currency, LocalDate today) {
        Reader reader = new Reader(body, new ArrayList<>());
        AgencyStatus status = reader.status();
        BigDecimal amount = reader.amount(currency);
        LocalDate date = reader.date(today);
        String key = reader.key();
        if (status == null || !reader.faults().isEmpty()) {
            throw new InvalidRequest(reader.faults());
        }
        Money paid = Money.of(CurrencyUnit.of(currency), amount);
        return new AnswerForm(key, status, Optional.of(paid).filter(Money::isPositive), date);
    }

    private record Reader(JsonNode body, List<InvalidRequest.Fault> faults) {

        private void fault(String field, String message) {
            faults.add(new InvalidRequest.Fault(field, message));
        }

        @Nullable
        AgencyStatus status() {
            String text = body.path("status").asText();
            Optional<AgencyStatus> status = Arrays.stream(AgencyStatus.values())
                    .filter(known -> known.name().equals(text))
                    .findFirst();
            if (status.isEmpty()) {
                fault("status", "One of " + Arrays.toString(AgencyStatus.values()));
            }
            return status.orElse(null);
        }

        BigDecimal amount(String currency) {
            JsonNode amount = body.path("paidAmount");
            boolean fits = amount.isNumber()
                    && amount.decimalValue().signum() >= 0
                    && amount.decimalValue().stripTrailingZeros().scale() <= 2;
            if (body.hasNonNull("currency") && !body.path("currency").asText().equals(currency)) {
                fault("currency", "The claim is in " + currency + "; report payments in it");
            }
            if (body.hasNonNull("paidAmount") && !fits) {
                fault("paidAmount", "A number from 0 with two decimals at most, such as 1250.00");
            }
            return fits ? amount.decimalValue() : BigDecimal.ZERO;
        }

        LocalDate date(LocalDate today) {
            if (!body.hasNonNull("date")) {
                return today;
            }
            try {
                LocalDate date = LocalDate.parse(body.path("date").asText());
                if (!date.isAfter(today)) {
                    return date;
                }
            } catch (DateTimeParseException notADate) {
                // the same fault as a date to come
            }
            fault("date", "A day until today, such as " + today);
            return today;
        }

        String key() {
            if (!body.hasNonNull("answerId")) {
                return UUID.nameUUIDFromBytes(body.toString().getBytes(StandardCharsets.UTF_8))
                        .toString();
            }
            String id = body.path("answerId").asText();
            if (id.isBlank() || id.length() > LONGEST_ID) {
                fault("answerId", "A text of " + LONGEST_ID + " characters at most");
            }
            return "id:" + id;
        }
    }
}
