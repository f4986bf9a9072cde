package no.forfall.receivables;

import java.util.NoSuchElementException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells what a debtor is to those who ask for money. */
@Service
public class DebtorStandings {

    private final Debtors debtors;

    DebtorStandings(Debtors debtors) {
        this.debtors = debtors;
    }

    /** @throws NoSuchElementException when there is no such debtor */
    @Transactional(readOnly = true)
    public DebtorStanding standing(long debtorId) {
        return debtors.findById(debtorId)
                .map(Debtor::standing)
                .orElseThrow(() -> new NoSuchElementException("There is no debtor " + debtorId));
    }
}
