package no.forfall.agency;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.forfall.cases.CaseState;
import no.forfall.cases.Cases;
import no.forfall.cases.ClosingReason;
import no.forfall.cases.CollectionCase;
import no.forfall.engine.ActivityBarred;
import no.forfall.engine.Label;
import no.forfall.law.Verdict;
import no.forfall.outbox.Delivery;
import no.forfall.receivables.LineKind;
import no.forfall.receivables.Part;
import no.forfall.receivables.Receivables;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.LocalText;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Tells the agency what was paid, credited or waived past it and what is open now. Each report says all of it, so that the
 * newest is enough.
 */
@Component
@Label(
        nb = "Meld direkte betaling til inkasso",
        sv = "Anmäl direktbetalning till inkasso",
        en = "Report direct payments to the agency")
class ReportToAgency implements AgencyActivity<ReportToAgency.Input> {

    static final String NAME = "reportToAgency";

    private static final LocalText NEVER_THERE = new LocalText(
            "Kravet har ikke vært hos et inkassoforetak, så det er ingen å melde til.",
            "Fordran har inte varit hos ett inkassobolag, så det finns ingen att anmäla till.",
            "The claim has not been with an agency, so there is nobody to report to.");

    record Input(
            @Label(nb = "Melding", sv = "Meddelande", en = "Message") @Nullable
            String message) {}

    /** @param closed why the creditor follows the claim no longer; null while it is followed */
    record Report(
            UUID key,
            UUID handoverId,
            String reference,
            LocalDate reportedOn,
            String currency,
            List<Movement> movements,
            AgencyPackage.Open open,
            @Nullable ClosingReason closed,
            @Nullable String message) {}

    /** @param amount negative, but for money that was given back */
    record Movement(LocalDate on, LineKind kind, Part part, BigDecimal amount, String reference) {}

    private final HandoverTable table;
    private final Notices notices;
    private final Cases cases;
    private final Receivables receivables;
    private final AgencyLine line;

    ReportToAgency(
            @Lazy HandoverTable table,
            @Lazy Notices notices,
            @Lazy Cases cases,
            @Lazy Receivables receivables,
            AgencyLine line) {
        this.table = table;
        this.notices = notices;
        this.cases = cases;
        this.receivables = receivables;
        this.line = line;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<Input> inputType() {
        return Input.class;
    }

    @Override
    public boolean evenWhenHeldOrClosed(Input input) {
        return true;
    }

    @Override
    public Delivery prepare(UUID key, CaseNumber caseNumber, Input input, Verdict verdict, LocalDate today)
            throws ActivityBarred {
        Handover handover = table.newest(caseNumber).orElseThrow(() -> new ActivityBarred(NEVER_THERE));
        CollectionCase reported = cases.get(caseNumber);
        Notices.Kept kept = notices.keep(
                key,
                handover.id(),
                new Report(
                        key,
                        handover.id(),
                        caseNumber.value(),
                        today,
                        handover.currency(),
                        movements(reported.invoiceId()),
                        Packages.open(receivables.balanceOf(reported.invoiceId(), today)),
                        reported.closingReason(),
                        input.message()));
        return () -> line.send(AgencyMessage.report(kept));
    }

    private List<Movement> movements(long invoiceId) {
        return receivables.ledger(invoiceId).stream()
                .filter(line -> Reports.isDirect(line.kind(), line.source()))
                .map(line -> new Movement(
                        line.bookedOn(), line.kind(), line.part(), line.effect().getAmount(), line.source()))
                .toList();
    }

    @Override
    public Map<String, Object> delivered(UUID key, String receipt) {
        Handover handover = table.find(notices.find(key).handover()).orElseThrow();
        boolean isOver = cases.get(handover.caseNumber()).state() == CaseState.CLOSED;
        if (isOver && handover.state().isLive()) {
            table.move(handover.id(), HandoverState.SETTLED);
        }
        return Map.of();
    }
}
