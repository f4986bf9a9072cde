package no.forfall.receivables;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface Invoices extends JpaRepository<Invoice, Long> {

    Optional<Invoice> findByCreditorAndNumber(Creditor creditor, String number);

    List<Invoice> findTop20ByPaymentReference(String paymentReference);

    long countByDebtorId(long debtorId);

    List<Invoice> findTop20ByNumber(String number);
}
