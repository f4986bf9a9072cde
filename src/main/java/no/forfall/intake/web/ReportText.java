package no.forfall.intake.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.forfall.intake.Finding;
import no.forfall.intake.ImportReport;
import org.jspecify.annotations.Nullable;

/**
 * An import report in the reader's language, as programs get it. Sums are decimal texts in major units by currency.
 *
 * @param mapping the name of the mapping with which the file was read
 * @param refusedLines where the refused lines are to be had as a file
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReportText(
        String file,
        String kind,
        long accepted,
        long known,
        long refused,
        List<FindingText> findings,
        long records,
        @Nullable Map<String, String> total,
        @Nullable Long posted,
        @Nullable Long queued,
        @Nullable Map<String, String> postedSum,
        @Nullable Map<String, String> queuedSum,
        @Nullable String mapping,
        @Nullable Long id,
        @Nullable String refusedLines) {

    /** @param refused false for a notice on a record that was taken */
    record FindingText(
            @Nullable Integer line,
            @Nullable String path,
            @Nullable String field,
            String reason,
            @Nullable String mend,
            boolean refused) {

        static FindingText of(Finding finding, Locale language) {
            return new FindingText(
                    finding.line(),
                    finding.path(),
                    finding.field(),
                    finding.reason().in(language),
                    finding.mend() == null ? null : finding.mend().in(language),
                    finding.refused());
        }
    }

    static ReportText of(ImportReport report, Locale language) {
        ImportReport.Booked money = report.money();
        ImportReport.Kept kept = report.kept();
        return new ReportText(
                report.file(),
                report.kind(),
                report.accepted(),
                report.known(),
                report.refused(),
                report.findings().stream()
                        .map(finding -> FindingText.of(finding, language))
                        .toList(),
                report.records(),
                money == null ? null : money.total(),
                money == null ? null : money.posted(),
                money == null ? null : money.queued(),
                money == null ? null : money.postedSum(),
                money == null ? null : money.queuedSum(),
                report.mapping(),
                kept == null ? null : kept.id(),
                kept == null || !kept.refusedLines() ? null : "/api/imports/" + kept.id() + "/refused.csv");
    }
}
