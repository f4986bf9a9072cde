package no.forfall.policy;

import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When and how often debtors are contacted. The hours are those that inkassoloven § 15 sets for agencies.
 *
 * @param weekdays the hours of Monday to Friday, in the creditor's country
 * @param saturdays the hours of a Saturday
 * @param daysAWeek on how many days within seven a debtor is contacted at most; seven sets no limit
 */
@ConfigurationProperties("forfall.contact")
public record ContactSettings(
        @DefaultValue("08:00-21:00") Hours weekdays,
        @DefaultValue("09:00-15:00") Hours saturdays,
        @DefaultValue("3") int daysAWeek) {

    static final int WEEK = 7;

    public ContactSettings {
        if (daysAWeek < 1 || daysAWeek > WEEK) {
            throw new IllegalArgumentException(
                    "forfall.contact.days-a-week is " + daysAWeek + "; set a number from 1 to " + WEEK);
        }
    }

    /** @param until no longer among them */
    public record Hours(LocalTime from, LocalTime until) {

        public Hours {
            if (!from.isBefore(until)) {
                throw new IllegalArgumentException("Contact hours end at " + until + " before they begin at " + from);
            }
        }

        /** @throws IllegalArgumentException when it is not written as {@code 08:00-21:00} */
        public static Hours valueOf(String written) {
            String[] ends = written.split("-", -1);
            try {
                return new Hours(LocalTime.parse(ends[0].strip()), LocalTime.parse(ends[ends.length - 1].strip()));
            } catch (DateTimeParseException unreadable) {
                throw new IllegalArgumentException(
                        "Contact hours are written as 08:00-21:00, and not as " + written, unreadable);
            }
        }

        boolean contains(LocalTime time) {
            return !time.isBefore(from) && time.isBefore(until);
        }
    }
}
