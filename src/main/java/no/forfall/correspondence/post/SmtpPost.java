package no.forfall.correspondence.post;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import no.forfall.outbox.NotDelivered;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * Hands a message to a mail server once. Until the server asks for the message nothing has left, and afterwards only a
 * definite refusal counts as not delivered (RFC 5321, 4.2.5 and 6.1). When the server asks for it too late, as after the
 * whole node stood still, nothing leaves: someone else may have taken it over.
 */
final class SmtpPost implements Post {

    private static final Logger log = LoggerFactory.getLogger(SmtpPost.class);

    private final JavaMailSenderImpl server;
    private final Duration patience;

    /** @param patience from the first word to the server until it asks for the message */
    SmtpPost(JavaMailSenderImpl server, Duration patience) {
        this.server = server;
        this.patience = patience;
    }

    /** SMTP has no idempotency key: the Message-ID is the same, but a server delivers the message again. */
    @Override
    public boolean repeatable(boolean here) {
        return false;
    }

    @Override
    public String deliver(Parcel parcel) {
        Session session = server.getSession();
        long latest = System.nanoTime() + patience.toNanos();
        Transport transport = connect(session);
        try {
            return send(transport, new Leaving(session, parcel.content(), latest), parcel);
        } catch (MessagingException unreadable) {
            throw new IllegalStateException("Letter " + parcel.letterId() + " is no message", unreadable);
        } finally {
            close(transport);
        }
    }

    private Transport connect(Session session) {
        try {
            String protocol = server.getProtocol() == null ? "smtp" : server.getProtocol();
            Transport transport = session.getTransport(protocol);
            transport.connect(server.getHost(), server.getPort(), server.getUsername(), server.getPassword());
            return transport;
        } catch (MessagingException noConnection) {
            throw new Unreachable("The mail server does not answer: " + noConnection.getMessage(), noConnection);
        }
    }

    private static String send(Transport transport, Leaving message, Parcel parcel) {
        try {
            transport.sendMessage(message, InternetAddress.parse(parcel.recipient()));
            return transport instanceof SMTPTransport smtp
                    ? smtp.getLastServerResponse().strip()
                    : "";
        } catch (MessagingException failed) {
            if (!message.began) {
                throw notTaken(failed);
            }
            if (failed instanceof SMTPSendFailedException reply && reply.getReturnCode() >= 400) {
                throw new NotDelivered("The mail server refused the message: " + failed.getMessage(), failed);
            }
            throw new DeliveryUnknown("The mail server took the message and did not say what became of it", failed);
        }
    }

    private static NotDelivered notTaken(MessagingException failed) {
        for (Exception cause = failed; cause instanceof MessagingException next; cause = next.getNextException()) {
            if (cause instanceof SMTPAddressFailedException address && address.getReturnCode() >= 500) {
                return new AddressRefused(String.valueOf(address.getMessage()).strip(), failed);
            }
        }
        return new NotDelivered("The mail server did not take the message: " + failed.getMessage(), failed);
    }

    /** The message is out, or surely is not; how the goodbye goes changes neither. */
    private static void close(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException goodbye) {
            log.debug("The mail server did not say goodbye", goodbye);
        }
    }

    /** The stored bytes, and whether any of them were asked for in time. */
    private static final class Leaving extends MimeMessage {

        private final long latest;
        private volatile boolean began;

        Leaving(Session session, byte[] bytes, long latest) throws MessagingException {
            super(session, new ByteArrayInputStream(bytes));
            this.latest = latest;
        }

        @Override
        public void writeTo(OutputStream out, String[] ignored) throws IOException, MessagingException {
            if (System.nanoTime() - latest > 0) {
                throw new MessagingException("it asked for the message too late");
            }
            began = true;
            super.writeTo(out, ignored);
        }
    }
}
