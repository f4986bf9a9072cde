package no.forfall.engine;

import java.time.Instant;
import no.forfall.shared.LocalText;

/**
 * An activity that the law allows must not leave yet; it is prepared anew when its time has come. It is a checked exception
 * for the same reason as {@link ActivityBarred}, and thrown before anything is stored.
 */
public class ActivityWaits extends Exception {

    private final transient Instant until;
    private final String rule;
    private final transient LocalText why;

    /**
     * @param until the first moment at which it may leave
     * @param rule a name under which what waits for it is woken
     * @param why as a sentence for the person who looks at the case
     */
    public ActivityWaits(Instant until, String rule, LocalText why) {
        super(why.en());
        this.until = until;
        this.rule = rule;
        this.why = why;
    }

    public Instant until() {
        return until;
    }

    public String rule() {
        return rule;
    }

    public LocalText why() {
        return why;
    }
}
