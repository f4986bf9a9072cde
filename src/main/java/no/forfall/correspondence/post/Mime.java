package no.forfall.correspondence.post;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.ByteArrayDataSource;
import jakarta.mail.util.StreamProvider;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import no.forfall.correspondence.text.Draft;
import no.forfall.correspondence.text.Rendered;
import no.forfall.receivables.Creditor;
import org.eclipse.angus.mail.util.MailStreamProvider;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;

/** Wraps a letter as a MIME message: text and HTML side by side, and the PDF as an attachment. */
public final class Mime {

    /** Its session and file types are looked up only once; no letter leaves through it. */
    private static final JavaMailSender BLANKS = new JavaMailSenderImpl();

    static {
        // named, because the mail library looks through the whole class path for it with each message otherwise
        System.setProperty(StreamProvider.class.getName(), MailStreamProvider.class.getName());
    }

    private Mime() {}

    /**
     * Whoever signs the message on its way (DKIM, RFC 6376) finds each header once, the sender's domain in {@code From} and
     * {@code Message-ID}, and nothing that a mail server has to rewrite: seven bits and no line beyond 998 characters.
     *
     * @param sender the address it is sent from; answers go to the creditor's own
     * @return the message as it will leave, byte for byte
     */
    public static byte[] of(Draft draft, String sender, Rendered letter, Instant now) {
        try {
            MimeMessage message = BLANKS.createMimeMessage();
            MimeMessageHelper helper = new MimeMessageHelper(
                    message, MimeMessageHelper.MULTIPART_MODE_MIXED, StandardCharsets.UTF_8.name());
            Creditor creditor = draft.invoice().creditor();
            helper.setFrom(sender, creditor.name());
            String answers = creditor.email();
            helper.setReplyTo(answers == null ? sender : answers);
            helper.setTo(draft.recipient());
            helper.setSubject(letter.subject());
            helper.setSentDate(Date.from(now));
            helper.setText(letter.text(), letter.html());
            helper.addAttachment(
                    "faktura-" + draft.invoice().number().replaceAll("[^\\p{Alnum}-]", "_") + ".pdf",
                    new ByteArrayDataSource(letter.pdf(), "application/pdf"));
            message.setHeader("Auto-Submitted", "auto-generated");
            message.setHeader("X-Auto-Response-Suppress", "OOF, AutoReply");
            message.setHeader("Content-Language", draft.language().toLanguageTag());
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            message.saveChanges();
            message.setHeader("Message-ID", messageId(draft.key(), sender));
            message.writeTo(bytes);
            return bytes.toByteArray();
        } catch (MessagingException e) {
            throw new IllegalStateException("The message to " + draft.recipient() + " cannot be made", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Made of the letter's key: the same however often the message is made. */
    private static String messageId(UUID key, String sender) {
        return "<" + key + sender.substring(sender.lastIndexOf('@')) + ">";
    }
}
