package no.forfall.intake.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import no.forfall.intake.Finding;
import no.forfall.intake.ImportReport;
import no.forfall.intake.IncomingFile;
import org.joda.money.Money;

/** Counts what becomes of a file while it is read. */
public final class ReportDraft {

    private static final int MOST_FINDINGS = 500;

    private final IncomingFile file;
    private final String kind;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Money> total = new TreeMap<>();
    private final Map<String, Money> posted = new TreeMap<>();
    private final Map<String, Money> queued = new TreeMap<>();
    private long accepted;
    private long known;
    private long refused;
    private long notices;
    private long waiting;

    public ReportDraft(IncomingFile file, String kind) {
        this.file = file;
        this.kind = kind;
    }

    public void accepted() {
        accepted++;
        tell();
    }

    public void known() {
        known++;
        tell();
    }

    public void refused(Finding finding) {
        add(finding, ++refused);
        tell();
    }

    private void tell() {
        file.progress().counted(accepted, known, refused);
    }

    /** Adds a finding and counts nothing for the report. */
    public void notice(Finding finding) {
        add(finding, ++notices);
    }

    /** Refusals and notices leave each other room. The first finding that does not fit says that there are more. */
    private void add(Finding finding, long count) {
        if (count <= MOST_FINDINGS) {
            findings.add(finding);
        } else if (count == MOST_FINDINGS + 1) {
            findings.add(new Finding(null, null, null, Sentence.of("intake.more", MOST_FINDINGS), null, false));
        }
    }

    /** Counts the amount of a readable payment. */
    public void total(Money amount) {
        add(total, amount);
    }

    /** Counts an accepted payment: what an invoice took, and what waits for a person. Zero counts nothing. */
    public void booked(Money taken, Money left, boolean waits) {
        accepted();
        waiting += waits ? 1 : 0;
        add(posted, taken);
        add(queued, left);
    }

    private static void add(Map<String, Money> sums, Money amount) {
        if (amount.isZero()) {
            return;
        }
        sums.merge(amount.getCurrencyUnit().getCode(), amount, Money::plus);
    }

    public ImportReport invoices() {
        return report(null);
    }

    public ImportReport payments() {
        return report(new ImportReport.Booked(text(total), accepted - waiting, waiting, text(posted), text(queued)));
    }

    private ImportReport report(ImportReport.@org.jspecify.annotations.Nullable Booked money) {
        CsvMapping mapping = file.mapping();
        return new ImportReport(
                file.name(),
                kind,
                accepted,
                known,
                refused,
                inOrder(),
                accepted + known + refused,
                money,
                mapping == null ? null : mapping.name(),
                null);
    }

    /** Records are not always taken in the order in which they are read. */
    private List<Finding> inOrder() {
        return findings.stream()
                .sorted(Comparator.comparing(Finding::line, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }

    private static Map<String, String> text(Map<String, Money> sums) {
        Map<String, String> text = new TreeMap<>();
        sums.forEach((currency, sum) -> text.put(currency, sum.getAmount().toPlainString()));
        return text;
    }
}
