package no.forfall.correspondence;

import java.time.Instant;

/**
 * That a letter did not reach the debtor.
 *
 * @param reason status code and text of the bounce, or what a person wrote
 * @param toldBy user name of who said so
 */
public record LetterReturn(Way way, String reason, Instant toldAt, String toldBy) {

    /** How it became known. */
    public enum Way {
        /** A mail server said later that the mail cannot be delivered. */
        BOUNCED,
        /** The envelope came back. */
        RETURNED_BY_POST,
        /** The receiver's operator or system said later that it did not get there. */
        UNDELIVERED;

        /** How letters of a channel come back. */
        public static Way of(Channel channel) {
            return switch (channel) {
                case EMAIL -> BOUNCED;
                case PRINT -> RETURNED_BY_POST;
                case SMS, EHF -> UNDELIVERED;
            };
        }
    }
}
