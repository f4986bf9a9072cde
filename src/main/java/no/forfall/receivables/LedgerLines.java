package no.forfall.receivables;

import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface LedgerLines extends JpaRepository<LedgerLine, Long> {

    /** With their invoice, whose currency their amounts need. */
    @EntityGraph(attributePaths = "invoice")
    List<LedgerLine> findByInvoiceIdOrderByBookedOnAscIdAsc(long invoiceId);

    @Query("select l from LedgerLine l where l.invoice.id in :invoiceIds and l.part = :part")
    List<LedgerLine> ofPart(Collection<Long> invoiceIds, Part part);
}
