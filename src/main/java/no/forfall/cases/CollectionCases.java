package no.forfall.cases;

import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface CollectionCases extends JpaRepository<CollectionCase, String> {

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from CollectionCase c where c.number = :number")
    Optional<CollectionCase> lock(String number);

    @Query("select c from CollectionCase c where c.state <> 'CLOSED' and c.number > :after order by c.number")
    List<CollectionCase> openAfter(String after, Limit most);

    Optional<CollectionCase> findByInvoiceId(long invoiceId);

    @Query("select c.number from CollectionCase c where c.invoiceId = :invoiceId")
    Optional<String> numberOfInvoice(long invoiceId);

    @Query(value = "select nextval('app.case_number')", nativeQuery = true)
    long nextNumber();

    @Query("select c.number from CollectionCase c where c.state = 'HELD' and c.holdUntil < :today order by c.holdUntil")
    List<String> heldUntilBefore(LocalDate today);

    @Query("select min(c.holdUntil) from CollectionCase c where c.state = 'HELD'")
    Optional<LocalDate> nextHoldEnd();
}
