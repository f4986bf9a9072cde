package no.forfall.engine;

/**
 * Where an effect was queued and its confirmation goes back to.
 *
 * @param execution the waiting execution
 * @param visit the activity instance: an execution may go on to other elements, a visit does not
 * @param definition the process definition, for the journal
 */
record Origin(String execution, String visit, String definition, String element) {

    String text() {
        return String.join(" ", execution, visit, definition, element);
    }

    static Origin parse(String text) {
        String[] parts = text.split(" ");
        return new Origin(parts[0], parts[1], parts[2], parts[3]);
    }
}
