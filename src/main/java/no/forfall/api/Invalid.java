package no.forfall.api;

/** A field of a request holds something that cannot be done; answered with 422. */
public class Invalid extends RuntimeException {

    private final String field;

    /** @param messageKey a sentence that says the mend */
    public Invalid(String field, String messageKey) {
        super(messageKey);
        this.field = field;
    }

    public String field() {
        return field;
    }

    public String messageKey() {
        return getMessage();
    }
}
