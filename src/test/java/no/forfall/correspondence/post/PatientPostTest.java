package no.forfall.correspondence.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import no.forfall.outbox.NotDelivered;
import no.forfall.shared.CaseNumber;
import org.junit.jupiter.api.Test;

class PatientPostTest {

    private static final Parcel PARCEL =
            new Parcel(UUID.randomUUID(), CaseNumber.of(100001), "a@b.example", "c@d.example", "", new byte[0], null);

    /** A clock that is set by hand. */
    private static final class Hands extends Clock {

        private Instant now = Instant.parse("2026-04-20T10:00:00Z");

        void go(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("Nobody asks for another zone");
        }
    }

    /** Answers or does not, and counts who knocks. */
    private static final class Door implements Post {

        private boolean answers;
        private int knocks;

        @Override
        public String deliver(Parcel parcel) {
            knocks++;
            if (!answers) {
                throw new Unreachable("nobody", new java.net.ConnectException());
            }
            return "taken";
        }

        @Override
        public boolean repeatable(boolean here) {
            return here;
        }
    }

    private final Hands clock = new Hands();
    private final Door door = new Door();
    private final PatientPost post = new PatientPost(door, clock);

    private void inVain() {
        assertThatThrownBy(() -> post.deliver(PARCEL)).isInstanceOf(NotDelivered.class);
    }

    @Test
    void knocksAgainAfterThirtySecondsThenTwiceAsLongAndAtMostTenMinutes() {
        long pause = 30;
        for (int attempt = 1; attempt <= 8; attempt++) {
            inVain();
            inVain();
            assertThat(door.knocks).isEqualTo(attempt);
            assertThat(post.closedUntil()).contains(clock.instant().plusSeconds(pause));
            clock.go(Duration.ofSeconds(pause));
            assertThat(post.closedUntil()).isEmpty();
            pause = Math.min(600, pause * 2);
        }
        door.answers = true;
        assertThat(post.deliver(PARCEL)).isEqualTo("taken");
        door.answers = false;
        inVain();
        assertThat(post.closedUntil()).contains(clock.instant().plusSeconds(30));
    }

    @Test
    void isOpenAgainWhenTheClockIsPutBack() {
        inVain();
        clock.go(Duration.ofDays(-3));
        assertThat(post.closedUntil()).isEmpty();
    }
}
