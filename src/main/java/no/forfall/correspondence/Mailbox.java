package no.forfall.correspondence;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What was mailed or texted where no server is set for it: the post of all debtors, for a demonstration. */
@Service
public class Mailbox {

    private final JdbcClient jdbc;

    Mailbox(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One page of messages, newest first.
     *
     * @param page counted from 0
     * @param size at most two hundred
     */
    public List<MailboxMessage> page(int page, int size) {
        int most = Math.min(size, 200);
        return jdbc.sql("select letter_id, taken_at, channel, sender, recipient, subject from app.mailbox_message"
                        + " order by taken_at desc, letter_id limit :most offset :skip")
                .param("most", most)
                .param("skip", (long) page * most)
                .query(Mailbox::row)
                .list();
    }

    public Optional<MailboxMessage> find(UUID letterId) {
        return jdbc.sql("select letter_id, taken_at, channel, sender, recipient, subject from app.mailbox_message"
                        + " where letter_id = ?")
                .param(letterId)
                .query(Mailbox::row)
                .optional();
    }

    private static MailboxMessage row(ResultSet row, int number) throws SQLException {
        return new MailboxMessage(
                row.getObject("letter_id", UUID.class),
                row.getTimestamp("taken_at").toInstant(),
                Channel.valueOf(row.getString("channel")),
                row.getString("sender"),
                row.getString("recipient"),
                row.getString("subject"));
    }

    public long count() {
        return jdbc.sql("select count(*) from app.mailbox_message")
                .query(Long.class)
                .single();
    }

    /** The mail as it was sent, byte for byte, or the words of a text message in UTF-8. */
    public Optional<byte[]> source(UUID letterId) {
        return jdbc.sql("select mime from app.mailbox_message where letter_id = ?")
                .param(letterId)
                .query(byte[].class)
                .optional();
    }

    public Optional<String> text(UUID letterId) {
        Optional<byte[]> words = isText(letterId) ? source(letterId) : part(letterId, "text/plain");
        return words.map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    /** A complete document of untrusted origin, to be shown in a sandbox. */
    public Optional<String> html(UUID letterId) {
        return part(letterId, "text/html").map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    /** The attached letter. */
    public Optional<byte[]> pdf(UUID letterId) {
        return part(letterId, "application/pdf");
    }

    private boolean isText(UUID letterId) {
        return find(letterId)
                .filter(message -> message.channel() == Channel.SMS)
                .isPresent();
    }

    private Optional<byte[]> part(UUID letterId, String type) {
        return (isText(letterId) ? Optional.<byte[]>empty() : source(letterId)).flatMap(bytes -> {
            try {
                Session session = Session.getInstance(new Properties());
                return find(new MimeMessage(session, new ByteArrayInputStream(bytes)), type);
            } catch (MessagingException e) {
                throw new IllegalStateException("Message " + letterId + " cannot be read", e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static Optional<byte[]> find(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return Optional.of(part.getInputStream().readAllBytes());
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart inner = parts.getBodyPart(i);
                Optional<byte[]> found = find(inner, type);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }
}
