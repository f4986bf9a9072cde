package no.forfall.worklist;

/** Somebody else has published other weights meanwhile. */
public class WeightsChanged extends RuntimeException {

    private final int version;

    WeightsChanged(int version) {
        super("Edition " + version + " of the weights was published meanwhile");
        this.version = version;
    }

    /** The edition that is there now. */
    public int version() {
        return version;
    }
}
