package no.forfall.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.forfall.shared.CaseNumber;

/** The steps that people do. All verbs take part in the caller's transaction. */
public interface Steps {

    /** @throws StepGone when the step was ended meanwhile */
    void claim(String stepId, String person);

    void release(String stepId);

    /**
     * Completes a step with the values of its form.
     *
     * @throws StepGone when the step was ended meanwhile
     * @throws InvalidForm when a value is missing or not allowed by the form
     * @throws StepNotYours when the person is in none of its teams, or decided the step that it is to be checked against
     */
    void complete(String stepId, String person, Map<String, Object> values);

    /** The step's form as Camunda Form JSON; empty when it has none. */
    Optional<String> form(String stepId);

    /** What the form's fields are filled with to begin with. */
    Map<String, Object> values(String stepId);

    /** The step of the same case whose person may not complete this one; empty where the diagram asks for no other eyes. */
    Optional<String> otherEyesThan(String stepId);

    /** The open steps of a case that cannot be done now, because their process is held. */
    Set<String> suspended(CaseNumber caseNumber);

    /** All open steps in a fixed order, for whoever compares a list of its own with the engine. */
    List<OpenStep> open(int first, int most);
}
