package no.forfall.receivables;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface LedgerLines extends JpaRepository<LedgerLine, Long> {

    List<LedgerLine> findByInvoiceIdOrderByBookedOnAscIdAsc(long invoiceId);

    boolean existsByInvoiceIdAndSource(long invoiceId, String source);
}
