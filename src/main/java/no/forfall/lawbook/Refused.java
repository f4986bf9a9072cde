package no.forfall.lawbook;

/** An entry that cannot be taken, or a decision that this person cannot make. */
public final class Refused extends RuntimeException {

    private final String field;

    /** @param kind names the message {@code lawbook.refused.<kind>}, which says the mend */
    Refused(String field, String kind) {
        super(kind);
        this.field = field;
    }

    /** The field at fault; empty when it is none. */
    public String field() {
        return field;
    }

    public String kind() {
        return getMessage();
    }
}
