package no.forfall.correspondence.post;

import java.util.UUID;
import no.forfall.shared.CaseNumber;

/**
 * A letter ready to leave.
 *
 * @param letterId names it for ever
 * @param sender mail address; empty on paper
 * @param recipient mail address, or name and postal address on one line
 * @param content the bytes that leave: a MIME message, or a PDF for the printer
 */
public record Parcel(
        UUID letterId, CaseNumber caseNumber, String sender, String recipient, String subject, byte[] content) {}
