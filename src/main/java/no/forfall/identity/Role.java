package no.forfall.identity;

/** What a person may do. */
public enum Role {
    /** Works the list and the cases. */
    HANDLER,
    /** Sees the cockpit and corrects cases. */
    MANAGER,
    /** Changes diagrams, tables, forms and letters. */
    DESIGNER,
    /** Everything, and the people. */
    ADMIN,
    /** Answers objections about what was sold; works the steps of its team and reads the cases. */
    SALES,
    /** The same about what was delivered. */
    LOGISTICS,
    /** The same about what was agreed on. */
    PRICING;

    /** The team's name in diagrams ({@code camunda:candidateGroups}). */
    public String group() {
        return name().toLowerCase();
    }

    String authority() {
        return "ROLE_" + name();
    }
}
