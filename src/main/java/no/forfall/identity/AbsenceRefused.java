package no.forfall.identity;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An absence cannot be as it was asked for. */
public class AbsenceRefused extends RuntimeException {

    /** Why. */
    public enum Fault {
        /** The days are in the wrong order, over, or more than a year. */
        DAYS,
        /** The cover is nobody, the person herself, or does work of another kind. */
        COVER,
        /** The person is away on the day already. */
        TWICE,
        /** The cover is away on the day. */
        COVER_AWAY,
        /** The person covers for somebody on the day. */
        IS_COVER
    }

    private final Fault fault;
    private final @Nullable LocalDate day;

    AbsenceRefused(Fault fault, @Nullable LocalDate day) {
        super("The absence is refused: " + fault + (day == null ? "" : " on " + day));
        this.fault = fault;
        this.day = day;
    }

    public Fault fault() {
        return fault;
    }

    /** The first day that is in the way; null when it is not about one. */
    public @Nullable LocalDate day() {
        return day;
    }
}
