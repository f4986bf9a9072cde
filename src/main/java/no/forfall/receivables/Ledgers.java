package no.forfall.receivables;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import no.forfall.shared.Gathered;
import no.forfall.shared.OncePerTransaction;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Reads invoices with their parties and lines, one or many at a time, and each once in a transaction. */
@Component
@Transactional(readOnly = true)
class Ledgers {

    private final Invoices invoices;
    private final LedgerLines lines;
    private final Gathered<Object[]> booked;
    private final OncePerTransaction<Long, Optional<Invoice>> knownInvoices = new OncePerTransaction<>();
    private final OncePerTransaction<Long, List<LedgerLine>> knownLines = new OncePerTransaction<>();

    Ledgers(Invoices invoices, LedgerLines lines, JdbcTemplate jdbc) {
        this.invoices = invoices;
        this.lines = lines;
        this.booked = new Gathered<>(rows -> {
            invoices.flush();
            jdbc.batchUpdate(LedgerLine.INSERT, rows);
        });
    }

    /** @throws NoSuchElementException when there is no such invoice */
    Invoice invoice(long invoiceId) {
        return knownInvoices
                .of(invoiceId, this::readInvoices)
                .orElseThrow(() -> new NoSuchElementException("There is no invoice " + invoiceId));
    }

    private Map<Long, Optional<Invoice>> readInvoices(List<Long> ids) {
        Map<Long, Optional<Invoice>> found = new HashMap<>();
        if (ids.size() == 1) {
            found.put(ids.get(0), invoices.findById(ids.get(0)));
        } else {
            ids.forEach(id -> found.put(id, Optional.empty()));
            invoices.withParties(ids).forEach(invoice -> found.put(invoice.id(), Optional.of(invoice)));
        }
        return found;
    }

    /** The lines of an invoice, oldest first. */
    List<LedgerLine> lines(long invoiceId) {
        return knownLines.of(invoiceId, this::readLines);
    }

    private Map<Long, List<LedgerLine>> readLines(List<Long> ids) {
        booked.write();
        Map<Long, List<LedgerLine>> found = new HashMap<>();
        ids.forEach(id -> found.put(id, new ArrayList<>()));
        lines.findByInvoiceIdInOrderByBookedOnAscIdAsc(ids)
                .forEach(line -> found.get(line.invoice().id()).add(line));
        return found;
    }

    /** Names the invoices that this transaction works on, so that they are read together; a few hundred at a time. */
    void expect(Collection<Long> invoiceIds) {
        knownInvoices.expect(invoiceIds);
        knownLines.expect(invoiceIds);
    }

    /** Knows a new invoice, which has no lines yet. */
    @Transactional(propagation = Propagation.MANDATORY)
    void begin(Invoice invoice) {
        knownInvoices.know(invoice.id(), Optional.of(invoice));
        knownLines.know(invoice.id(), List.of());
    }

    /** Adds a line; those that are booked in one go are written together. */
    @Transactional(propagation = Propagation.MANDATORY)
    void book(LedgerLine line) {
        long invoiceId = line.invoice().id();
        List<LedgerLine> all = new ArrayList<>(lines(invoiceId));
        booked.add(line.values());
        all.add(line);
        all.sort(Comparator.comparing(LedgerLine::bookedOn));
        knownLines.know(invoiceId, List.copyOf(all));
    }

    /** For those who ask the database itself. */
    void write() {
        booked.write();
    }
}
