package no.forfall.nodes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The runs of several seeds side by side, written anew after each. */
final class ChaosSummary {

    private static final List<String> COUNTS = List.of(
            "invoices sent",
            "letters sent",
            "fees booked",
            "payments",
            "claims at the agency",
            "due jobs taken / taken in vain, since the last start of each node");

    /** Without these the faults would have met nobody. */
    private static final List<String> FELT = List.of(
            "letters that a full disk did not take at first",
            "times that an activity threw",
            "claims that were posted again under their key",
            "nodes said: Connection is not available",
            "nodes said: Nobody knows whether");

    private final Path file;
    private final List<ChaosReport> runs = new ArrayList<>();

    ChaosSummary(Path file) {
        this.file = file;
    }

    void add(ChaosReport run) throws IOException {
        runs.add(run);
        Files.writeString(file, text());
    }

    /** The faults that none of the runs has made. */
    List<String> neverMade() {
        return made().entrySet().stream()
                .filter(fault -> fault.getValue().stream().allMatch(times -> times == 0))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** What faults lead to and has happened in none of the runs. */
    List<String> neverFelt() {
        return FELT.stream()
                .filter(count -> runs.stream()
                        .allMatch(run -> String.valueOf(run.count(count)).equals("0")))
                .toList();
    }

    /** How often each run made each fault, run by run. */
    private Map<String, List<Integer>> made() {
        Map<String, List<Integer>> made = new LinkedHashMap<>();
        runs.forEach(run -> run.made().forEach((fault, times) -> made.computeIfAbsent(fault, none -> new ArrayList<>())
                .add(times)));
        return made;
    }

    private String text() {
        StringBuilder text = new StringBuilder("# Chaos, seed by seed\n\n| seed | proved | faults | listed |");
        COUNTS.forEach(count -> text.append(" " + count + " |"));
        text.append("\n" + "|---".repeat(4 + COUNTS.size()) + "|\n");
        for (ChaosReport run : runs) {
            int faults = run.made().values().stream().mapToInt(times -> times).sum();
            text.append("| " + run.seed + " | " + run.proved() + " of " + run.claimed() + " | " + faults + " | "
                    + run.listed() + " |");
            COUNTS.forEach(count -> text.append(" " + run.count(count) + " |"));
            text.append("\n");
        }
        text.append("\n| fault |");
        runs.forEach(run -> text.append(" " + run.seed + " |"));
        text.append(" all |\n" + "|---".repeat(runs.size() + 2) + "|\n");
        made().forEach((fault, times) -> {
            text.append("| " + fault + " |");
            times.forEach(count -> text.append(" " + count + " |"));
            text.append(" " + times.stream().mapToInt(count -> count).sum() + " |\n");
        });
        FELT.forEach(count -> {
            text.append("| " + count + " |");
            runs.forEach(run -> text.append(" " + run.count(count) + " |"));
            text.append(" |\n");
        });
        return text.toString();
    }
}
