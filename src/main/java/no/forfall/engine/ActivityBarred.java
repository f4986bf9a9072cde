package no.forfall.engine;

import no.forfall.shared.LocalText;

/**
 * An activity cannot be prepared as the case stands, and only a person can mend that: data is missing, or nothing is left
 * to do. It is a checked exception so that it does not roll back the transaction that records the standstill; an activity
 * throws it before it has stored anything.
 */
public class ActivityBarred extends Exception {

    private final transient LocalText why;

    /** @param why what is wrong and what mends it, as a sentence for the person who looks at the case */
    public ActivityBarred(LocalText why) {
        super(why.en());
        this.why = why;
    }

    public LocalText why() {
        return why;
    }
}
