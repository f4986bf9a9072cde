package no.forfall.agency;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * What an agency has said about a claim.
 *
 * @param receivedAt business time
 * @param body all that it sent
 */
public record AgencyAnswer(long id, AgencyStatus status, Instant receivedAt, JsonNode body) {}
