package no.forfall.worklist;

/** Somebody else has the work. */
public class AlreadyTaken extends RuntimeException {

    private final String holder;

    public AlreadyTaken(String holder) {
        super(holder + " has this case open");
        this.holder = holder;
    }

    /** The name of whoever has it. */
    public String holder() {
        return holder;
    }
}
