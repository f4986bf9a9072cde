package no.forfall.intake.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

    private final String kind;
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
        accepted += report.accepted();
        known += report.known();
        refused += report.refused();
        if (report.money() != null) {
            posted += report.money().posted();
            queued += report.money().queued();
        }
        report.findings().forEach(finding -> findings.add(row(report.file(), finding, language)));
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
