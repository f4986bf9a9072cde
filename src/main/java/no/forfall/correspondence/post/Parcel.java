package no.forfall.correspondence.post;

import java.util.UUID;
import no.forfall.shared.CaseNumber;
import org.jspecify.annotations.Nullable;

/**
 * A letter ready to leave.
 *
 * @param letterId names it for ever
 * @param sender mail address, or what telephones show; empty on paper
 * @param recipient mail address, mobile number in E.164, or name and postal address on one line
 * @param content the bytes that leave: a MIME message, the words of a text message in UTF-8, or a PDF for the printer
 * @param postal how it is addressed on paper; null for what does not leave on paper
 */
public record Parcel(
        UUID letterId,
        CaseNumber caseNumber,
        String sender,
        String recipient,
        String subject,
        byte[] content,
        @Nullable Postal postal) {}
