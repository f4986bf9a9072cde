package no.forfall.engine;

import no.forfall.shared.LocalText;

/** An {@link OutsideActivity} cannot prepare its effect until a person has put something right. */
public class NeedsPerson extends RuntimeException {

    private final String rule;
    private final LocalText why;

    /** @param rule a short word for the kind of obstacle, such as {@code ADDRESS} */
    public NeedsPerson(String rule, LocalText why) {
        super(why.en());
        this.rule = rule;
        this.why = why;
    }

    String rule() {
        return rule;
    }

    LocalText why() {
        return why;
    }
}
