package no.forfall.nodes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What happened in a run, to be read by people. */
final class ChaosReport {

    /** @param leftOut why it could not be made; empty when it was */
    private record Fault(int from, int to, String what, String leftOut) {}

    final long seed;
    private final int seconds;
    private final int nodes;
    private final List<Fault> faults = new ArrayList<>();
    private final List<String> listed = new ArrayList<>();
    private final Map<String, Integer> made = new LinkedHashMap<>();
    private final Map<String, Object> counts = new LinkedHashMap<>();
    private final Map<String, String> verdicts = new LinkedHashMap<>();
    private final List<String> failed = new ArrayList<>();

    ChaosReport(long seed, int seconds, int nodes) {
        this.seed = seed;
        this.seconds = seconds;
        this.nodes = nodes;
    }

    /** Every fault that there is. */
    void kinds(List<String> kinds) {
        kinds.forEach(kind -> made.put(kind, 0));
    }

    /**
     * @param from seconds after the beginning
     * @param leftOut why it could not be made; empty when it was
     */
    synchronized void fault(int from, int to, String what, String leftOut) {
        faults.add(new Fault(from, to, what, leftOut));
        if (leftOut.isEmpty()) {
            made.merge(what, 1, Integer::sum);
        }
    }

    void unknown(String letter, boolean arrived, String reason) {
        listed.add("- letter `" + letter + "`, which " + (arrived ? "had arrived" : "had not arrived") + ": " + reason);
    }

    void failedJob(String job) {
        listed.add("- failed job " + job);
    }

    void counts(Map<String, Object> counts) {
        this.counts.putAll(counts);
    }

    void verdict(String claim, Runnable proof) {
        try {
            proof.run();
            verdicts.put(claim, "proved");
        } catch (AssertionError wrong) {
            verdicts.put(claim, "**WRONG**");
            failed.add(claim + ": " + wrong.getMessage());
        }
    }

    /** The claims that do not hold, and why. */
    List<String> failed() {
        return failed;
    }

    /** How often each fault was made. */
    Map<String, Integer> made() {
        return made;
    }

    int proved() {
        return verdicts.size() - failed.size();
    }

    int claimed() {
        return verdicts.size();
    }

    int listed() {
        return listed.size();
    }

    Object count(String name) {
        return counts.getOrDefault(name, "");
    }

    String text() {
        StringBuilder text =
                new StringBuilder("# Chaos with seed " + seed + ", " + seconds + " s, " + nodes + " nodes\n");
        text.append("\nNodes work on invoices that come in while faults are made at random, and ")
                .append("weeks pass in seconds. Then everything is mended, a person checks what is listed, and it is ")
                .append(
                        "proved from the database, the mail server, the folders of printed letters and the agency that ")
                .append("each effect happened once.\n");
        text.append("\n## What was proved: " + proved() + " of " + claimed() + "\n\n| claim | |\n|---|---|\n");
        verdicts.forEach((claim, verdict) -> text.append("| " + claim + " | " + verdict + " |\n"));
        failed.forEach(wrong -> text.append("\n```\n" + wrong.strip() + "\n```\n"));
        text.append("\n## How much there was to compare\n\n| count | |\n|---|---|\n");
        counts.forEach((name, count) -> text.append("| " + name + " | " + count + " |\n"));
        text.append("\n## What was done to the nodes\n\n| fault | times |\n|---|---|\n");
        made.forEach((fault, times) -> text.append("| " + fault + " | " + times + " |\n"));
        text.append("\n| from s | to s | fault |\n|---|---|---|\n");
        faults.stream()
                .sorted(Comparator.comparing(Fault::from))
                .forEach(fault -> text.append("| " + fault.from() + " | " + fault.to() + " | " + fault.what()
                        + (fault.leftOut().isEmpty() ? "" : " (left out: " + fault.leftOut() + ")") + " |\n"));
        text.append("\n## Listed for a person: " + listed.size() + "\n\n");
        listed.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }
}
