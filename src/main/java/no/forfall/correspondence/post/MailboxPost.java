package no.forfall.correspondence.post;

import java.sql.Timestamp;
import java.time.Clock;
import no.forfall.correspondence.Channel;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Takes mail where no mail server is set, and text messages where no gateway is, so that a first run shows what debtors would have read. */
final class MailboxPost implements Post {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Channel channel;

    MailboxPost(JdbcClient jdbc, Clock clock, Channel channel) {
        this.channel = channel;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public boolean repeatable(boolean here) {
        return true;
    }

    @Override
    public String deliver(Parcel parcel) {
        jdbc.sql("insert into app.mailbox_message (letter_id, taken_at, channel, sender, recipient, subject, mime)"
                        + " values (:id, :at, :channel, :sender, :recipient, :subject, :mime)"
                        + " on conflict (letter_id) do update set taken_at = excluded.taken_at, channel = excluded.channel, sender = excluded.sender,"
                        + " recipient = excluded.recipient, subject = excluded.subject, mime = excluded.mime")
                .param("id", parcel.letterId())
                .param("at", Timestamp.from(clock.instant()))
                .param("channel", channel.name())
                .param("sender", parcel.sender())
                .param("recipient", parcel.recipient())
                .param("subject", parcel.subject())
                .param("mime", parcel.content())
                .update();
        return "mailbox";
    }
}
