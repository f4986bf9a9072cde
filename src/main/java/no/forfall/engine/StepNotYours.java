package no.forfall.engine;

/** The step is for another team, or needs other eyes than those that decided before. */
public class StepNotYours extends RuntimeException {

    /** @param messageKey a sentence that says who can complete it */
    StepNotYours(String messageKey) {
        super(messageKey);
    }

    public String messageKey() {
        return getMessage();
    }
}
