package no.forfall.cases;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What rooms know of a case that says how soon a person should look at it. The rooms that know a part of it add that part.
 * Dates are local dates in the creditor's country.
 */
public final class Urgency {

    private @Nullable LocalDate brokenOn;
    private @Nullable LocalDate insolventOn;
    private boolean reached;

    /** The debtor's last promise or plan was seen to be broken on that day, and no other has come in its place. */
    public void broken(LocalDate day) {
        brokenOn = day;
    }

    /** The debtor became insolvent, or the house heard of it, on that day. */
    public void insolvent(LocalDate day) {
        insolventOn = day;
    }

    /** The debtor has been spoken with, or has answered. */
    public void reached() {
        reached = true;
    }

    public @Nullable LocalDate brokenOn() {
        return brokenOn;
    }

    public @Nullable LocalDate insolventOn() {
        return insolventOn;
    }

    public boolean isReached() {
        return reached;
    }
}
