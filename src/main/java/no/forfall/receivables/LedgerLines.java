package no.forfall.receivables;

import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaRepository;

interface LedgerLines extends JpaRepository<LedgerLine, Long> {

    /** With their invoice, whose currency their amounts need. */
    @EntityGraph(attributePaths = "invoice")
    List<LedgerLine> findByInvoiceIdInOrderByBookedOnAscIdAsc(Collection<Long> invoiceIds);
}
