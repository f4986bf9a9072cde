package no.forfall.engine;

/** The step was completed or ended meanwhile. */
public class StepGone extends RuntimeException {

    public StepGone(String stepId) {
        super("The step " + stepId + " is no longer open");
    }
}
