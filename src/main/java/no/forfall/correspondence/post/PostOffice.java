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
 * The ways out that this house has: SMTP when {@code spring.mail.host} is set, else the mailbox in the demo and in tests,
 * else no mail at all; paper always, to the print house whose server is set or into a folder.
 */
@Component
public class PostOffice {

    private final @Nullable Post mail;
    private final Post print;

    /** @param lease of a delivery in the outbox; a mail server has half of it to ask for the message */
    PostOffice(
            ObjectProvider<JavaMailSenderImpl> server,
            JdbcClient jdbc,
            ForfallHome home,
            Environment environment,
            PrintSettings printing,
            @Value("${forfall.outbox.lease:PT2M}") Duration lease,
            Clock clock) {
        JavaMailSenderImpl smtp = server.getIfAvailable();
        if (smtp != null) {
            mail = new SmtpPost(smtp, lease.dividedBy(2));
        } else if (environment.acceptsProfiles(Profiles.of("demo | test"))) {
            mail = new MailboxPost(jdbc, clock);
        } else {
            mail = null;
        }
        print = new PrintPost(printing.tray(home));
    }

    public boolean sendsMail() {
        return mail != null;
    }

    /** @throws IllegalStateException when the house sends no mail, which can only happen after its settings changed */
    public Post of(Channel channel) {
        if (channel == Channel.PRINT) {
            return print;
        }
        if (mail == null) {
            throw new IllegalStateException("No mail server is set (spring.mail.host)");
        }
        return mail;
    }
}
