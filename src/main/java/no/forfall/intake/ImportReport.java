package no.forfall.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of a file. {@code accepted + known + refused} is the number of its records.
 *
 * @param known records that were imported before, with the same content
 * @param findings at most five hundred, in the order of the file
 * @param records how many records the file has
 * @param money only for payments
 */
public record ImportReport(
        String file,
        String kind,
        long accepted,
        long known,
        long refused,
        List<Finding> findings,
        long records,
        @Nullable Booked money) {

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
