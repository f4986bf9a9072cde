package no.forfall.receivables;

import java.util.Collection;
import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface Invoices extends JpaRepository<Invoice, Long> {

    List<Invoice> findByCreditorIdAndNumberIn(long creditorId, Collection<String> numbers);

    @Query("select i from Invoice i join fetch i.creditor join fetch i.debtor where i.paymentReference in :references")
    List<Invoice> withReferences(Collection<String> references, Limit most);

    long countByDebtorId(long debtorId);

    List<Invoice> findTop20ByNumber(String number);

    @Query("select i from Invoice i join fetch i.creditor join fetch i.debtor where i.id in :ids")
    List<Invoice> withParties(Collection<Long> ids);

    @Query(
            value =
                    "select i.id from app.invoice i join app.ledger_line l on l.invoice_id = i.id where i.debtor_id = :debtorId"
                            + " group by i.id, i.due_on having sum(l.effect) > 0 order by i.due_on, i.id limit :most",
            nativeQuery = true)
    List<Long> openOf(long debtorId, int most);
}
