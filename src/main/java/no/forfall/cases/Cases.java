package no.forfall.cases;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import no.forfall.engine.Flow;
import no.forfall.engine.PausedDays;
import no.forfall.identity.CurrentPerson;
import no.forfall.outbox.EffectMovedOn;
import no.forfall.outbox.Outbox;
import no.forfall.receivables.DebtorStanding;
import no.forfall.receivables.Invoice;
import no.forfall.receivables.Receivables;
import no.forfall.receivables.Voucher;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.OncePerTransaction;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens, holds, resumes and closes cases, and keeps engine and outbox in step with them. */
@Service
@Transactional
public class Cases {

    /** The process that every case begins with. */
    public static final String LADDER = "overdue-invoice";

    static final String CLOSED_SIGNAL = "caseClosed";

    private final CollectionCases cases;
    private final Receivables receivables;
    private final Flow flow;
    private final Outbox outbox;
    private final PauseTable pauses;
    private final EntityManager entities;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final OncePerTransaction<String, Optional<CollectionCase>> locked = new OncePerTransaction<>();
    private final OncePerTransaction<Long, Optional<String>> followers = new OncePerTransaction<>();

    Cases(
            CollectionCases cases,
            Receivables receivables,
            Flow flow,
            Outbox outbox,
            PauseTable pauses,
            EntityManager entities,
            ApplicationEventPublisher events,
            Clock clock) {
        this.cases = cases;
        this.receivables = receivables;
        this.flow = flow;
        this.outbox = outbox;
        this.pauses = pauses;
        this.entities = entities;
        this.events = events;
        this.clock = clock;
    }

    /** Opens the cases of new invoices and starts their ladders; the database refuses a second case of an invoice. */
    void open(List<Long> invoiceIds) {
        Iterator<Long> numbers = cases.nextNumbers(invoiceIds.size()).iterator();
        List<CollectionCase> opened = invoiceIds.stream()
                .map(id -> new CollectionCase(CaseNumber.of(numbers.next()), id, clock.instant()))
                .toList();
        opened.forEach(entities::persist);
        entities.flush();
        opened.forEach(each -> start(each.number(), receivables.invoice(each.invoiceId())));
    }

    private void start(CaseNumber number, Invoice invoice) {
        events.publishEvent(new CaseOpened(
                number, invoice.number(), invoice.dueOn(), invoice.amount().toString()));
        begin(number, invoice, PausedDays.NONE);
        DebtorStanding standing = invoice.debtor().standing();
        if (standing != DebtorStanding.NORMAL) {
            pause(number, Pause.Kind.STOP, null, null, reason(standing));
        }
    }

    /** Why the cases of such a debtor are held, as a key. */
    static String reason(DebtorStanding standing) {
        return "DEBTOR_" + standing;
    }

    private void begin(CaseNumber number, Invoice invoice, PausedDays paused) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("country", invoice.creditor().country().name());
        facts.put("dueDate", invoice.dueOn().toString());
        if (paused.count() > 0) {
            facts.put(PausedDays.VARIABLE, paused.text());
        }
        flow.start(LADDER, number, facts);
    }

    /** @throws NoSuchElementException when there is no such case */
    @Transactional(readOnly = true)
    public CollectionCase get(CaseNumber number) {
        return cases.findById(number.value()).orElseThrow(() -> noSuch(number));
    }

    /** @throws NoSuchElementException when one of them is not there */
    @Transactional(readOnly = true)
    List<CollectionCase> found(List<CaseNumber> numbers) {
        return numbers.stream().map(this::get).toList();
    }

    /** The same with one query, also when none of them was read before; those that are not there are left out. */
    @Transactional(readOnly = true)
    List<CollectionCase> together(Collection<CaseNumber> numbers) {
        return cases.findAllById(numbers.stream().map(CaseNumber::value).toList());
    }

    /** The cases that are open or held and come after this one, in the order of their numbers. */
    @Transactional(readOnly = true)
    List<CollectionCase> openAfter(@Nullable CaseNumber after, int most) {
        return cases.openAfter(after == null ? "" : after.value(), Limit.of(most));
    }

    /** The newest of the open cases, as an example; empty when none is open. */
    @Transactional(readOnly = true)
    public Optional<CollectionCase> newest() {
        return cases.findFirstByStateOrderByNumberDesc(CaseState.OPEN);
    }

    @Transactional(readOnly = true)
    public Optional<CollectionCase> ofInvoice(long invoiceId) {
        return followers.of(invoiceId, () -> cases.numberOfInvoice(invoiceId)).flatMap(cases::findById);
    }

    /** Reads the case and lets nobody else change it until the transaction ends. */
    public CollectionCase lock(CaseNumber number) {
        return lock(number.value()).orElseThrow(() -> noSuch(number));
    }

    private Optional<CollectionCase> lock(String number) {
        return locked.of(number, () -> {
            Optional<CollectionCase> found = cases.lock(number);
            OncePerTransaction.forgetAll();
            return found;
        });
    }

    /** Locks, until the transaction ends, those of some cases that nobody else holds; waits for none. */
    List<CollectionCase> lockFree(Collection<String> numbers) {
        OncePerTransaction.forgetAll();
        List<CollectionCase> free = cases.lockFree(numbers);
        free.forEach(each -> locked.know(each.number().value(), Optional.of(each)));
        return free;
    }

    /**
     * Locks the cases of some invoices before anything of them is read, as far as nobody else holds them;
     * {@link #lockOfInvoice} waits for the others.
     */
    public void lockFreeOfInvoices(Collection<Long> invoiceIds) {
        Map<Long, String> numbers = cases.ofInvoices(invoiceIds).stream()
                .collect(Collectors.toMap(CollectionCases.Follows::getInvoiceId, CollectionCases.Follows::getNumber));
        lockFree(numbers.values());
        invoiceIds.forEach(id -> followers.know(id, Optional.ofNullable(numbers.get(id))));
    }

    /** Locks the case of an invoice before anything of it is read; empty when nobody follows the invoice. */
    public Optional<CollectionCase> lockOfInvoice(long invoiceId) {
        return followers.of(invoiceId, () -> cases.numberOfInvoice(invoiceId)).flatMap(this::lock);
    }

    static NoSuchElementException noSuch(CaseNumber number) {
        return new NoSuchElementException("There is no case " + number);
    }

    /** Today in the creditor's country of the case. */
    @Transactional(readOnly = true)
    public LocalDate today(CaseNumber number) {
        return LocalDate.ofInstant(clock.instant(), zone(get(number)));
    }

    /** The day on which the case was opened, in the creditor's country. */
    @Transactional(readOnly = true)
    public LocalDate openedOn(CaseNumber number) {
        CollectionCase opened = get(number);
        return LocalDate.ofInstant(opened.openedAt(), zone(opened));
    }

    private ZoneId zone(CollectionCase followed) {
        return receivables.invoice(followed.invoiceId()).creditor().country().zone();
    }

    /**
     * Stops everything on the case: timers stand still, queued letters do not leave.
     *
     * @param until the last day of the hold; null until someone resumes it
     * @throws CaseNotOpen when it is held already or closed
     */
    public void hold(CaseNumber number, String reason, @Nullable LocalDate until) {
        pause(number, Pause.Kind.HOLD, null, until, reason);
    }

    /**
     * The same for a kind of pause, which may have begun before today: its waits end later by the days since then too.
     *
     * @param beginsOn the first day of it, today or earlier; null for today
     * @throws CaseNotOpen when it is held already or closed
     * @throws PauseOverlaps when it had another pause that ended after the first day
     */
    public void pause(
            CaseNumber number,
            Pause.Kind kind,
            @Nullable LocalDate beginsOn,
            @Nullable LocalDate until,
            String reason) {
        CollectionCase held = lock(number);
        held.hold(reason, until, clock.instant());
        LocalDate today = today(number);
        if (beginsOn != null && beginsOn.isBefore(today)) {
            refuseOverlap(number, beginsOn);
        }
        pauses.begin(
                number,
                new Pause(
                        kind,
                        beginsOn == null ? today : beginsOn,
                        until,
                        reason,
                        clock.instant(),
                        CurrentPerson.name(),
                        null,
                        true));
        flow.whenAtRest(() -> flow.hold(number, LADDER));
        outbox.hold(number);
        events.publishEvent(new CaseHeld(number, reason, until, today.equals(beginsOn) ? null : beginsOn, kind));
    }

    /** The end day of one pause may be the first of another. */
    private void refuseOverlap(CaseNumber number, LocalDate beginsOn) {
        pauses.of(number).stream()
                .map(Pause::endedOn)
                .filter(Objects::nonNull)
                .filter(last -> last.isAfter(beginsOn))
                .max(Comparator.naturalOrder())
                .ifPresent(last -> {
                    throw new PauseOverlaps(last);
                });
    }

    /** The times in which the case stood still, the oldest first. */
    @Transactional(readOnly = true)
    public List<Pause> pauses(CaseNumber number) {
        return pauses.of(number);
    }

    /** Keeps a held case held for another reason, until someone resumes it. */
    public void keepHeld(CaseNumber number, String reason) {
        lock(number).isHeldFor(reason);
        pauses.keep(number, reason);
        events.publishEvent(new CaseHeld(number, reason, null, null, Pause.Kind.HOLD));
    }

    /**
     * Lets the case go on where it stopped; its waits end later by the days it was held.
     *
     * @throws CaseNotOpen when it is not held
     */
    public void resume(CaseNumber number) {
        lock(number).resume();
        List<Pause> before = pauses.of(number);
        endPause(number, before, true);
        PausedDays all = PauseTable.days(pauses.of(number));
        goOn(number, all.count() - PauseTable.days(before).count(), all);
    }

    /**
     * Lets the case go on as if it had not been held: a wait whose end has passed meanwhile ends at once.
     *
     * @throws CaseNotOpen when it is not held
     */
    public void resumeUnmoved(CaseNumber number) {
        lock(number).resume();
        endPause(number, pauses.of(number), false);
        goOn(number, 0, PausedDays.NONE);
    }

    private void goOn(CaseNumber number, long days, PausedDays paused) {
        flow.whenAtRest(() -> flow.resume(number, LADDER, days, paused));
        outbox.release(number);
        events.publishEvent(new CaseResumed(number, days));
    }

    /** The last day is the planned one, or the day before the one on which the case goes on. */
    private void endPause(CaseNumber number, List<Pause> pausesOfIt, boolean counts) {
        LocalDate yesterday = today(number).minusDays(1);
        LocalDate planned = pausesOfIt.stream()
                .filter(pause -> pause.endedOn() == null && pause.until() != null)
                .map(Pause::until)
                .findFirst()
                .orElse(yesterday);
        pauses.end(number, planned.isBefore(yesterday) ? planned : yesterday, counts, CurrentPerson.name());
    }

    /**
     * Ends the case and whatever still runs or waits for it; does nothing when it is closed already. A process from within
     * which this is called goes on to its own end, or to its next wait and is ended there.
     */
    public void close(CaseNumber number, ClosingReason reason) {
        CollectionCase closing = lock(number);
        if (closing.state() == CaseState.CLOSED) {
            return;
        }
        boolean held = closing.state() == CaseState.HELD;
        markClosed(closing, reason);
        Map<String, Object> facts = Map.of("closingReason", reason.name());
        if (held) {
            flow.whenAtRest(() -> {
                flow.resume(number, LADDER, 0, PausedDays.NONE);
                flow.conclude(number, CLOSED_SIGNAL, facts, reason.name());
            });
        } else {
            flow.conclude(number, CLOSED_SIGNAL, facts, reason.name());
        }
    }

    /**
     * Ends the case because the creditor does not want it followed; what is owed stays owed.
     *
     * @param reason a sentence
     * @throws CaseNotOpen when it is closed
     */
    public void withdraw(CaseNumber number, String reason) {
        CaseState state = lock(number).state();
        if (state == CaseState.CLOSED) {
            throw new CaseNotOpen(number, state);
        }
        events.publishEvent(new CaseWithdrawn(number, reason));
        close(number, ClosingReason.WITHDRAWN);
    }

    /**
     * Opens a case again that had ended, such as when the payment that ended it is taken back. Its process begins anew; the
     * law counts what was sent before.
     *
     * @throws CaseNotOpen when it is not closed
     */
    public void reopen(CaseNumber number) {
        CollectionCase again = lock(number);
        again.reopen();
        cases.saveAndFlush(again);
        events.publishEvent(new CaseReopened(number));
        begin(number, receivables.invoice(again.invoiceId()), PauseTable.days(pauses.of(number)));
    }

    /**
     * Lets the case begin anew, such as with a new due date: its ladder ends where it stands and starts again. The law counts
     * what was sent before. From within a process it happens when that comes to rest.
     *
     * @throws CaseNotOpen when it is closed
     */
    public void startOver(CaseNumber number) {
        CollectionCase again = lock(number);
        if (again.state() == CaseState.CLOSED) {
            throw new CaseNotOpen(number, again.state());
        }
        Invoice invoice = receivables.invoice(again.invoiceId());
        outbox.withdraw(number, EffectMovedOn.Because.STARTED_OVER);
        events.publishEvent(new CaseStartedOver(number, invoice.dueOn()));
        flow.whenAtRest(() -> {
            flow.end(number, LADDER, "the case starts over");
            begin(number, invoice, PauseTable.days(pauses.of(number)));
            if (again.state() == CaseState.HELD) {
                flow.hold(number, LADDER);
            }
        });
    }

    /** Records the end that the case's own process has come to. */
    void closedByProcess(CaseNumber number, ClosingReason reason) {
        CollectionCase closing = lock(number);
        if (closing.state() != CaseState.CLOSED) {
            markClosed(closing, reason);
        }
    }

    private void markClosed(CollectionCase closing, ClosingReason reason) {
        if (closing.state() == CaseState.HELD) {
            endPause(closing.number(), pauses.of(closing.number()), true);
        }
        closing.close(reason, clock.instant());
        cases.saveAndFlush(closing);
        outbox.withdraw(closing.number(), "the case was closed");
        if (reason == ClosingReason.WRITTEN_OFF) {
            receivables.writeOff(
                    closing.invoiceId(), Voucher.of(today(closing.number()), "closing:" + closing.number()));
        }
        events.publishEvent(new CaseClosed(closing.number(), reason));
    }
}
