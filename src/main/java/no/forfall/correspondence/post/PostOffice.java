package no.forfall.correspondence.post;

import java.time.Clock;
import java.time.Duration;
import no.forfall.correspondence.Channel;
import no.forfall.home.ForfallHome;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/**
 * The ways out that this house has: SMTP when {@code spring.mail.host} is set and an SMS gateway when {@code forfall.sms.url}
 * is, else the mailbox in the demo and in tests, else no mail and no text messages at all; paper always, to the print house whose server is set or into a folder.
 */
@Component
public class PostOffice {

    private final @Nullable Post mail;
    private final @Nullable Post text;
    private final Post print;
    private final Post ehf;
    private final @Nullable String textSender;

    /** @param lease of a delivery in the outbox; a mail server has half of it to ask for the message */
    PostOffice(
            ObjectProvider<JavaMailSenderImpl> server,
            JdbcClient jdbc,
            ForfallHome home,
            Environment environment,
            PrintSettings printing,
            SmsSettings sms,
            @Value("${forfall.outbox.lease:PT2M}") Duration lease,
            Clock clock) {
        JavaMailSenderImpl smtp = server.getIfAvailable();
        boolean mailbox = environment.acceptsProfiles(Profiles.of("demo | test"));
        mail = smtp != null
                ? new PatientPost(new SmtpPost(smtp, lease.dividedBy(2)), clock)
                : mailbox ? new MailboxPost(jdbc, clock, Channel.EMAIL) : null;
        text = sms.url() != null && sms.token() != null
                ? new PatientPost(new SmsPost(sms.url(), sms.token(), sms.timeout()), clock)
                : mailbox ? new MailboxPost(jdbc, clock, Channel.SMS) : null;
        textSender = sms.sender();
        ehf = new EhfPost(new Folder(home, "letters/ehf"));
        print = new PrintPost(printing.tray(home));
    }

    public boolean sendsMail() {
        return mail != null;
    }

    public boolean sendsTexts() {
        return text != null;
    }

    /** What telephones show as the sender of a text message; null shows the creditor's name. */
    public @Nullable String textSender() {
        return textSender;
    }

    /** @throws IllegalStateException when the house has no such way, which can only happen after its settings changed */
    public Post of(Channel channel) {
        return switch (channel) {
            case PRINT -> print;
            case EMAIL -> open(mail, "No mail server is set (spring.mail.host)");
            case EHF -> ehf;
            case SMS -> open(text, "No SMS gateway is set (forfall.sms.url)");
        };
    }

    private static Post open(@Nullable Post way, String closed) {
        if (way == null) {
            throw new IllegalStateException(closed);
        }
        return way;
    }
}
