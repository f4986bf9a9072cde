package no.forfall.receivables;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface Invoices extends JpaRepository<Invoice, Long> {

    Optional<Invoice> findByCreditorAndNumber(Creditor creditor, String number);

    List<Invoice> findTop20ByPaymentReference(String paymentReference);

    long countByDebtorId(long debtorId);

    List<Invoice> findTop20ByNumber(String number);

    @Query("select i from Invoice i join fetch i.creditor join fetch i.debtor where i.id in :ids")
    List<Invoice> withParties(Collection<Long> ids);
}
