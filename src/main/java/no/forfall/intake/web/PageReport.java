package no.forfall.intake.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import no.forfall.intake.FileRefused;
import no.forfall.intake.Finding;
import no.forfall.intake.ImportReport;
import no.forfall.intake.reading.Sentence;
import no.forfall.shared.LocalText;
import org.jspecify.annotations.Nullable;

/** What became of the files of one upload, as the page shows it. */
public final class PageReport {

    /** @param where file and line or element */
    public record Row(
            String where,
            @Nullable String field,
            String reason,
            @Nullable String mend,
            boolean refused) {}

    /** A file that can be had or waits, and the number by which it is found. */
    public record Link(String file, String id) {}

    private final String kind;
    private final List<Link> waiting = new ArrayList<>();
    private final List<String> inTurn = new ArrayList<>();
    private final List<Link> refusedLines = new ArrayList<>();
    private final Set<String> mappings = new TreeSet<>();
    private final List<String> files = new ArrayList<>();
    private final List<Row> findings = new ArrayList<>();
    private long accepted;
    private long known;
    private long refused;
    private long posted;
    private long queued;

    PageReport(String kind) {
        this.kind = kind;
    }

    void add(ImportReport report, Locale language) {
        files.add(report.file());
        if (report.mapping() != null) {
            mappings.add(report.mapping());
        }
        if (report.kept() != null && report.kept().refusedLines()) {
            refusedLines.add(
                    new Link(report.file(), String.valueOf(report.kept().id())));
        }
        accepted += report.accepted();
        known += report.known();
        refused += report.refused();
        if (report.money() != null) {
            posted += report.money().posted();
            queued += report.money().queued();
        }
        report.findings().forEach(finding -> findings.add(row(report.file(), finding, language)));
    }

    void waits(String file, UUID id) {
        files.add(file);
        waiting.add(new Link(file, id.toString()));
    }

    void waitsForItsTurn(String file) {
        files.add(file);
        inTurn.add(file);
    }

    void refuse(String file, FileRefused refusal, Locale language) {
        files.add(file);
        refused++;
        findings.add(new Row(
                file, null, refusal.reason().in(language), refusal.mend().in(language), true));
    }

    private static Row row(String file, Finding finding, Locale language) {
        LocalText mend = finding.mend();
        return new Row(
                where(file, finding, language),
                finding.field(),
                finding.reason().in(language),
                mend == null ? null : mend.in(language),
                finding.refused());
    }

    private static String where(String file, Finding finding, Locale language) {
        if (finding.line() != null) {
            return Sentence.of("intake.where.line", file, finding.line()).in(language);
        }
        return finding.path() == null ? file : file + ", " + finding.path();
    }

    public String getKind() {
        return kind;
    }

    public List<String> getFiles() {
        return files;
    }

    /** Files of which somebody has to say what their columns mean. */
    public List<Link> getWaiting() {
        return waiting;
    }

    /** Files that are read in their turn. */
    public List<String> getInTurn() {
        return inTurn;
    }

    /** Whether anything was read or refused. */
    public boolean isRead() {
        return files.size() > inTurn.size() + waiting.size();
    }

    /** Imports whose refused lines are to be had as a file. */
    public List<Link> getRefusedLines() {
        return refusedLines;
    }

    /** The names of the mappings with which files were read. */
    public Set<String> getMappings() {
        return mappings;
    }

    public long getAccepted() {
        return accepted;
    }

    public long getKnown() {
        return known;
    }

    public long getRefused() {
        return refused;
    }

    public long getPosted() {
        return posted;
    }

    public long getQueued() {
        return queued;
    }

    public List<Row> getFindings() {
        return findings;
    }
}
