package no.forfall.agency;

import java.time.LocalDate;
import java.util.Optional;
import no.forfall.cases.Cases;
import no.forfall.cases.EvidenceContributor;
import no.forfall.receivables.Receivables;
import no.forfall.shared.CaseNumber;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Tells which agency has a claim, once it is there. */
@Component
class HandoverEvidence implements EvidenceContributor {

    private final HandoverTable table;
    private final Cases cases;
    private final Receivables receivables;

    HandoverEvidence(HandoverTable table, @Lazy Cases cases, @Lazy Receivables receivables) {
        this.table = table;
        this.cases = cases;
        this.receivables = receivables;
    }

    @Override
    public Optional<WithAgency> withAgency(CaseNumber caseNumber) {
        return table.newest(caseNumber)
                .filter(there -> there.state() == HandoverState.OUT && there.handedOverAt() != null)
                .map(there -> new WithAgency(
                        there.agency(),
                        LocalDate.ofInstant(
                                there.handedOverAt(),
                                receivables
                                        .invoice(cases.get(caseNumber).invoiceId())
                                        .creditor()
                                        .country()
                                        .zone())));
    }
}
