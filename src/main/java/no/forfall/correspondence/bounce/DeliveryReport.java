package no.forfall.correspondence.bounce;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a mail server reports on a mail: a {@code multipart/report} with a part for machines and the mail or its headers (RFC
 * 3464, RFC 6522). Only the parts that stand beside each other are read, none within another, and nothing in them is
 * followed.
 *
 * @param failure status code and text, when the mail will never be delivered; null when it is late, was delivered, or may
 *     still be
 * @param letterId the key in the Message-ID of the mail; null when it is no mail of ours
 */
record DeliveryReport(@Nullable String failure, @Nullable UUID letterId) {

    private static final int MOST_PARTS = 20;
    private static final int MOST_RECIPIENTS = 100;
    private static final Pattern PERMANENT = Pattern.compile("5\\.\\d{1,3}\\.\\d{1,3}");
    private static final Pattern MESSAGE_ID =
            Pattern.compile("<?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})@[^@\\s]{1,255}");

    /** @throws NoDeliveryReport when it is something else, or cannot be read */
    static DeliveryReport read(byte[] message) throws NoDeliveryReport {
        try {
            MimeMessage report =
                    new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(message));
            if (!report.isMimeType("multipart/report") || !(report.getContent() instanceof MimeMultipart parts)) {
                throw new NoDeliveryReport("It is no delivery report (multipart/report)");
            }
            return read(parts);
        } catch (MessagingException | IOException | RuntimeException unreadable) {
            throw new NoDeliveryReport("It cannot be read as a message: " + unreadable.getMessage());
        }
    }

    private static DeliveryReport read(MimeMultipart parts) throws MessagingException, IOException, NoDeliveryReport {
        boolean isReport = false;
        String failure = null;
        UUID letterId = null;
        for (int i = 0; i < Math.min(parts.getCount(), MOST_PARTS); i++) {
            BodyPart part = parts.getBodyPart(i);
            if (part.isMimeType("message/delivery-status")) {
                isReport = true;
                failure = failure(part.getInputStream());
            } else if (part.isMimeType("message/rfc822") || part.isMimeType("text/rfc822-headers")) {
                letterId = letterId(new InternetHeaders(part.getInputStream()));
            }
        }
        if (!isReport) {
            throw new NoDeliveryReport("It has no part that tells of a delivery (message/delivery-status)");
        }
        return new DeliveryReport(failure, letterId);
    }

    /** The first block is about the mail, each of the others about one recipient; ours have one. */
    private static @Nullable String failure(InputStream status) throws MessagingException, IOException {
        for (int block = 0; block <= MOST_RECIPIENTS && status.available() > 0; block++) {
            InternetHeaders fields = new InternetHeaders(status);
            String code = code(fields);
            if ("failed".equalsIgnoreCase(text(fields, "Action"))
                    && PERMANENT.matcher(code).matches()) {
                String told = text(fields, "Diagnostic-Code").replaceFirst("(?i)^smtp\\s*;\\s*", "");
                return (code + " " + told).strip();
            }
        }
        return null;
    }

    /** Without the comment that may stand behind it. */
    private static String code(InternetHeaders fields) {
        return text(fields, "Status").replaceFirst("[\\s(].*$", "");
    }

    /** On one line and without signs that are none; empty when it is not there. */
    private static String text(InternetHeaders fields, String name) {
        String value = fields.getHeader(name, null);
        return value == null ? "" : value.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    }

    private static @Nullable UUID letterId(InternetHeaders headers) {
        Matcher id = MESSAGE_ID.matcher(text(headers, "Message-ID").replaceFirst(">$", ""));
        return id.matches() ? UUID.fromString(id.group(1)) : null;
    }
}
