package no.forfall.correspondence.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetup;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import no.forfall.outbox.NotDelivered;
import no.forfall.shared.CaseNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class SmtpPostTest {

    @RegisterExtension
    static final GreenMailExtension SERVER = new GreenMailExtension(ServerSetup.SMTP.dynamicPort());

    private static final Parcel PARCEL = new Parcel(
            UUID.randomUUID(),
            new CaseNumber("F-100001"),
            "faktura@nordlys.example",
            "kari@nordmann.example",
            "Purring",
            "Subject: Purring\r\n\r\nBetal.\r\n".getBytes(StandardCharsets.UTF_8),
            null);

    @Test
    void handsNothingOverWhenTheNodeStoodStillOnTheWay() {
        assertThatThrownBy(() -> post(Duration.ZERO).deliver(PARCEL)).isInstanceOf(NotDelivered.class);
        assertThat(SERVER.getReceivedMessages()).isEmpty();
    }

    @Test
    void handsOverInTime() {
        post(Duration.ofMinutes(1)).deliver(PARCEL);
        assertThat(SERVER.getReceivedMessages()).hasSize(1);
    }

    private static SmtpPost post(Duration patience) {
        JavaMailSenderImpl server = new JavaMailSenderImpl();
        server.setHost("127.0.0.1");
        server.setPort(SERVER.getSmtp().getPort());
        return new SmtpPost(server, patience);
    }
}
