package no.forfall.bench;

import java.util.List;

/** A piece of work that sides are compared by. */
interface Scenario {

    /** The sides that take part, in the order of their columns. */
    List<String> sides();

    /** Opens the side on the database, lets it warm up, measures it and closes it. */
    Measure run(String side, Database database, Gauge gauge, int n) throws Exception;

    /** What stands in the report, in Markdown. */
    String report(Results results);

    static Scenario named(String name) {
        return switch (name) {
            case "lifecycle" -> new Lifecycle();
            case "waiting" -> new Waiting();
            case "lists" -> new Lists();
            case "letters" -> new Letters();
            case "import" -> new InvoiceFile();
            case "payments" -> new PaymentFile();
            default ->
                throw new IllegalArgumentException("There is no scenario " + name
                        + "; there are lifecycle, waiting, lists, letters, import and payments");
        };
    }
}
