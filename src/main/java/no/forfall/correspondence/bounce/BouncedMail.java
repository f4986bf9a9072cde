package no.forfall.correspondence.bounce;

import java.util.UUID;
import no.forfall.correspondence.Channel;
import no.forfall.correspondence.Letter;
import no.forfall.correspondence.LetterReturn;
import no.forfall.correspondence.LetterState;
import no.forfall.correspondence.Letters;
import no.forfall.correspondence.ReturnedLetters;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Takes reports of mail servers and tells which letters did not arrive. */
@Service
public class BouncedMail {

    /** A letter that is sent back whole, with its document, is far smaller. */
    public static final int LARGEST = 5_000_000;

    private final Letters letters;
    private final ReturnedLetters returned;

    BouncedMail(Letters letters, ReturnedLetters returned) {
        this.letters = letters;
        this.returned = returned;
    }

    /** What a report led to. */
    public enum Outcome {
        /** The letter counts no more. */
        RETURNED,
        /** That was known already. */
        KNOWN,
        /** The mail is late, was delivered, or may still be; nothing changes. */
        PASSED_OVER,
        /** It is no delivery report, or too large for one. */
        NO_REPORT,
        /** It reports on a mail that is no letter of this house. */
        UNKNOWN_LETTER
    }

    /**
     * @param letterId null when no letter is known by it
     * @param reason the bounce, or why the message is of no use
     */
    public record Result(Outcome outcome, @Nullable UUID letterId, String reason) {

        /** Whether a person should look at it. */
        public boolean isRefused() {
            return outcome == Outcome.NO_REPORT || outcome == Outcome.UNKNOWN_LETTER;
        }
    }

    /**
     * Takes a report, however often it comes.
     *
     * @param message as it was received (RFC 5322)
     * @param person user name of who handed it in
     */
    public Result take(byte[] message, String person) {
        if (message.length > LARGEST) {
            return new Result(Outcome.NO_REPORT, null, "It is larger than " + LARGEST + " bytes");
        }
        try {
            return take(DeliveryReport.read(message), person);
        } catch (NoDeliveryReport other) {
            return new Result(Outcome.NO_REPORT, null, String.valueOf(other.getMessage()));
        }
    }

    private Result take(DeliveryReport report, String person) {
        UUID id = report.letterId();
        if (id == null || letters.find(id).filter(BouncedMail::isSentMail).isEmpty()) {
            return new Result(Outcome.UNKNOWN_LETTER, null, "The mail it is about is no letter of this house");
        }
        if (report.failure() == null) {
            return new Result(Outcome.PASSED_OVER, id, "It tells of no permanent failure");
        }
        boolean first = returned.tell(id, LetterReturn.Way.BOUNCED, report.failure(), person);
        return new Result(first ? Outcome.RETURNED : Outcome.KNOWN, id, report.failure());
    }

    private static boolean isSentMail(Letter letter) {
        return letter.channel() == Channel.EMAIL && letter.state() == LetterState.SENT;
    }
}
