package no.forfall.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import no.forfall.intake.reading.CsvMapping;
import org.jspecify.annotations.Nullable;

/**
 * What became of a file. {@code accepted + known + refused} is the number of its records.
 *
 * @param known records that were imported before, with the same content
 * @param findings at most five hundred refusals and five hundred notices, in the order of the file
 * @param records how many records the file has
 * @param money only for payments
 * @param mapping the name of the mapping with which it was read; null without one
 * @param kept where the report is kept; null while it is not
 */
public record ImportReport(
        String file,
        String kind,
        long accepted,
        long known,
        long refused,
        List<Finding> findings,
        long records,
        @Nullable Booked money,
        @Nullable String mapping,
        @Nullable Kept kept) {

    /**
     * @param id of the import
     * @param refusedLines whether its refused lines can be had as a file
     */
    public record Kept(long id, boolean refusedLines) {}

    ImportReport kept(long id, boolean refusedLines) {
        return with(findings, new Kept(id, refusedLines));
    }

    /** The same with the file's own names of its columns. */
    ImportReport inTheWordsOf(CsvMapping way) {
        return with(findings.stream().map(finding -> finding.with(way)).toList(), kept);
    }

    private ImportReport with(List<Finding> found, @Nullable Kept place) {
        return new ImportReport(file, kind, accepted, known, refused, found, records, money, mapping, place);
    }

    /**
     * What the payments of a file come to. {@code posted + queued} are the accepted records; the sums posted, queued and
     * known make the total.
     *
     * @param total currency code to the sum of all readable records, in major units
     * @param posted records that an invoice took whole
     * @param queued records of which anything waits for a person
     * @param postedSum what invoices took, by currency
     * @param queuedSum what waits for a person, by currency
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Booked(
            Map<String, String> total,
            long posted,
            long queued,
            Map<String, String> postedSum,
            Map<String, String> queuedSum) {}
}
