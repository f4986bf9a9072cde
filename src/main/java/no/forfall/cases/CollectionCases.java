package no.forfall.cases;

import jakarta.persistence.LockModeType;
import jakarta.persistence.QueryHint;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.hibernate.LockOptions;
import org.hibernate.cfg.AvailableSettings;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.jpa.repository.QueryHints;

interface CollectionCases extends JpaRepository<CollectionCase, String> {

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from CollectionCase c where c.number = :number")
    Optional<CollectionCase> lock(String number);

    /** Those that nobody else has locked. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @QueryHints(@QueryHint(name = AvailableSettings.JAKARTA_LOCK_TIMEOUT, value = "" + LockOptions.SKIP_LOCKED))
    @Query("select c from CollectionCase c where c.number in :numbers")
    List<CollectionCase> lockFree(Collection<String> numbers);

    @Query("select c from CollectionCase c where c.state <> 'CLOSED' and c.number > :after order by c.number")
    List<CollectionCase> openAfter(String after, Limit most);

    /** Which case follows an invoice. */
    interface Follows {

        long getInvoiceId();

        String getNumber();
    }

    @Query("select c.invoiceId as invoiceId, c.number as number from CollectionCase c where c.invoiceId in :invoiceIds")
    List<Follows> ofInvoices(Collection<Long> invoiceIds);

    @Query("select c.number from CollectionCase c where c.invoiceId = :invoiceId")
    Optional<String> numberOfInvoice(long invoiceId);

    @Query(value = "select nextval('app.case_number') from generate_series(1, :count)", nativeQuery = true)
    List<Long> nextNumbers(int count);

    @Query("select c.number from CollectionCase c where c.state = 'HELD' and c.holdUntil < :today order by c.holdUntil")
    List<String> heldUntilBefore(LocalDate today);

    @Query("select min(c.holdUntil) from CollectionCase c where c.state = 'HELD'")
    Optional<LocalDate> nextHoldEnd();

    Optional<CollectionCase> findFirstByStateOrderByNumberDesc(CaseState state);
}
