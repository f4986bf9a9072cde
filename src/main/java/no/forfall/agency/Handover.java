package no.forfall.agency;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import no.forfall.shared.CaseNumber;
import org.jspecify.annotations.Nullable;

/**
 * A claim given to an agency.
 *
 * @param principal what was open of it in the package, in major units of the currency
 * @param preparedAt when the package was made, business time
 * @param handedOverAt when it had arrived; null before
 * @param content the package as it left
 * @param answers what the agency has said, oldest first
 */
public record Handover(
        UUID id,
        CaseNumber caseNumber,
        String agency,
        BigDecimal principal,
        String currency,
        HandoverState state,
        @Nullable String withdrawal,
        Instant preparedAt,
        @Nullable Instant handedOverAt,
        @JsonProperty("package") JsonNode content,
        List<AgencyAnswer> answers) {

    Handover with(List<AgencyAnswer> said) {
        return new Handover(
                id,
                caseNumber,
                agency,
                principal,
                currency,
                state,
                withdrawal,
                preparedAt,
                handedOverAt,
                content,
                said);
    }
}
