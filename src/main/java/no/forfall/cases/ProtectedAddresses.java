package no.forfall.cases;

import java.util.LinkedHashSet;
import java.util.Set;
import no.forfall.receivables.Debtor;
import no.forfall.receivables.Receivables;
import no.forfall.shared.CaseNumber;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Debtors whose address is protected (in Norway <i>sperret adresse</i>, in Sweden <i>skyddade personuppgifter</i>), as one
 * creditor knows them. The address stays on record, since letters have to leave; what shows or sends it asks here or
 * {@link Debtor#isProtected()}.
 */
@Service
@Transactional
public class ProtectedAddresses {

    private final Cases cases;
    private final Receivables receivables;
    private final DebtorEventTable table;
    private final ApplicationEventPublisher events;

    ProtectedAddresses(Cases cases, Receivables receivables, DebtorEventTable table, ApplicationEventPublisher events) {
        this.cases = cases;
        this.receivables = receivables;
        this.table = table;
        this.events = events;
    }

    /** The debtor of a case. */
    @Transactional(readOnly = true)
    public Debtor debtorOf(CaseNumber number) {
        return receivables.invoice(cases.get(number).invoiceId()).debtor();
    }

    /** @return false when it was protected before */
    public boolean protect(CaseNumber number, String reason) {
        Set<CaseNumber> told = locked(number);
        Debtor debtor = debtorOf(number);
        if (debtor.isProtected()) {
            return false;
        }
        debtor.protect(true);
        told.forEach(each -> events.publishEvent(new AddressProtected(each, reason)));
        return true;
    }

    /** @return false when it was not protected */
    public boolean end(CaseNumber number, String reason) {
        Set<CaseNumber> told = locked(number);
        Debtor debtor = debtorOf(number);
        if (!debtor.isProtected()) {
            return false;
        }
        debtor.protect(false);
        told.forEach(each -> events.publishEvent(new AddressProtectionEnded(each, reason)));
        return true;
    }

    /** Keeps in the journal that the person signed in looked. */
    public Debtor reveal(CaseNumber number) {
        Debtor debtor = debtorOf(number);
        if (debtor.isProtected()) {
            events.publishEvent(new AddressRevealed(number));
        }
        return debtor;
    }

    /** The case itself, open or not, and the open ones of its debtor. */
    private Set<CaseNumber> locked(CaseNumber number) {
        Set<CaseNumber> told =
                new LinkedHashSet<>(table.openCases(debtorOf(number).id()));
        told.add(number);
        told.stream().sorted(java.util.Comparator.comparing(CaseNumber::value)).forEach(cases::lock);
        return told;
    }
}
