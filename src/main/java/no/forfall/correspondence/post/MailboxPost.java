package no.forfall.correspondence.post;

import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Takes mail where no mail server is set, so that a first run shows what debtors would have read. */
final class MailboxPost implements Post {

    private final JdbcClient jdbc;
    private final Clock clock;

    MailboxPost(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public boolean repeatable(boolean here) {
        return true;
    }

    @Override
    public String deliver(Parcel parcel) {
        jdbc.sql("insert into app.mailbox_message (letter_id, taken_at, sender, recipient, subject, mime)"
                        + " values (:id, :at, :sender, :recipient, :subject, :mime)"
                        + " on conflict (letter_id) do update set taken_at = excluded.taken_at, sender = excluded.sender,"
                        + " recipient = excluded.recipient, subject = excluded.subject, mime = excluded.mime")
                .param("id", parcel.letterId())
                .param("at", Timestamp.from(clock.instant()))
                .param("sender", parcel.sender())
                .param("recipient", parcel.recipient())
                .param("subject", parcel.subject())
                .param("mime", parcel.content())
                .update();
        return "mailbox";
    }
}
