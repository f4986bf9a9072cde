package no.forfall.casefile.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import no.forfall.casefile.Concealment;
import no.forfall.cases.Cases;
import no.forfall.law.InterestStatement;
import no.forfall.receivables.ApplicationOrder;
import no.forfall.receivables.LedgerLine;
import no.forfall.receivables.LineKind;
import no.forfall.receivables.Part;
import no.forfall.receivables.Receivables;
import no.forfall.shared.CaseNumber;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The ledger of a case for programs. */
@RestController
@RequestMapping("/api/cases/{caseNumber}/ledger")
@Tag(name = "Ledger", description = "Every line of the claim, and how late interest comes about")
class LedgerApi {

    /** @param interestThrough the last day counted: today, or earlier where no rate is published yet */
    record CaseLedger(List<Line> lines, List<Stretch> interest, Money interestTotal, LocalDate interestThrough) {}

    /**
     * @param effect what it adds to what is open; negative when it lowers it
     * @param order the parts in the order in which the payment covered them; null for other lines
     */
    record Line(
            LocalDate on,
            Part part,
            LineKind kind,
            Money effect,
            String source,
            @Nullable String reason,
            @Nullable String bookedBy,
            @Nullable List<Part> order) {

        static Line of(LedgerLine line, Concealment.Veil veil) {
            ApplicationOrder order = line.appliedOrder();
            return new Line(
                    line.bookedOn(),
                    line.part(),
                    line.kind(),
                    line.effect(),
                    line.source(),
                    veil.over(line.reason()),
                    line.bookedBy(),
                    order == null ? null : order.parts());
        }
    }

    /** A stretch of days with one principal and one rate. */
    record Stretch(LocalDate from, LocalDate to, long days, Money principal, BigDecimal percentAYear, Money amount) {}

    private final Cases cases;
    private final Receivables receivables;
    private final Concealment concealment;

    LedgerApi(Cases cases, Receivables receivables, Concealment concealment) {
        this.cases = cases;
        this.receivables = receivables;
        this.concealment = concealment;
    }

    @GetMapping
    @Operation(summary = "Every line of the claim, oldest first, and the working of its late interest")
    CaseLedger of(@PathVariable CaseNumber caseNumber) {
        long invoiceId = cases.get(caseNumber).invoiceId();
        Concealment.Veil veil = concealment.of(caseNumber);
        LocalDate today = cases.today(caseNumber);
        InterestStatement run = receivables.interestOf(invoiceId, today);
        return new CaseLedger(
                receivables.ledger(invoiceId).stream()
                        .map(line -> Line.of(line, veil))
                        .toList(),
                run.segments().stream()
                        .map(segment -> new Stretch(
                                segment.from(),
                                segment.to(),
                                segment.days(),
                                segment.principal(),
                                segment.percent(),
                                segment.amount()))
                        .toList(),
                run.total(),
                receivables.balanceOf(invoiceId, today).interestThrough());
    }
}
