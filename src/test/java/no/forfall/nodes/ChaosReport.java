package no.forfall.nodes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What happened in a run, to be read by people. */
final class ChaosReport {

    private record Fault(int from, int to, String what) {}

    private final long seed;
    private final int seconds;
    private final List<Fault> faults = new ArrayList<>();
    private final List<String> listed = new ArrayList<>();
    private final Map<String, Object> counts = new LinkedHashMap<>();
    private final Map<String, String> verdicts = new LinkedHashMap<>();
    private final List<String> failed = new ArrayList<>();

    ChaosReport(long seed, int seconds) {
        this.seed = seed;
        this.seconds = seconds;
    }

    /** @param from seconds after the beginning */
    synchronized void fault(int from, int to, String what) {
        faults.add(new Fault(from, to, what));
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

    String text() {
        StringBuilder text = new StringBuilder("# Chaos with seed " + seed + ", " + seconds + " s\n");
        text.append("\n| from s | to s | what happened |\n|---|---|---|\n");
        faults.stream()
                .sorted(Comparator.comparing(Fault::from))
                .forEach(
                        fault -> text.append("| " + fault.from() + " | " + fault.to() + " | " + fault.what() + " |\n"));
        text.append("\n| count | |\n|---|---|\n");
        counts.forEach((name, count) -> text.append("| " + name + " | " + count + " |\n"));
        text.append("\n## Listed for a person: " + listed.size() + "\n\n");
        listed.forEach(line -> text.append(line).append('\n'));
        text.append("\n| proof | |\n|---|---|\n");
        verdicts.forEach((claim, verdict) -> text.append("| " + claim + " | " + verdict + " |\n"));
        failed.forEach(wrong -> text.append("\n```\n" + wrong.strip() + "\n```\n"));
        return text.toString();
    }
}
