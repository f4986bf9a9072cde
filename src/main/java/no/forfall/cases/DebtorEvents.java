package no.forfall.cases;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import no.forfall.engine.Flow;
import no.forfall.engine.ProcessEnded;
import no.forfall.identity.CurrentPerson;
import no.forfall.receivables.Address;
import no.forfall.receivables.Balance;
import no.forfall.receivables.Debtor;
import no.forfall.receivables.DebtorStanding;
import no.forfall.receivables.Invoice;
import no.forfall.receivables.Receivables;
import no.forfall.shared.BankingDays;
import no.forfall.shared.CaseNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A debtor goes bankrupt or dies: all its open cases stop until that is taken back, and one person is asked what is to be
 * done, in a process on one of them.
 */
@Service
@Transactional
public class DebtorEvents {

    /**
     * What stands of the debtor of a case.
     *
     * @param since null when nothing happened
     * @param fileBy the last day on which claims are filed; null when nobody has said
     * @param note what is known; null when nothing happened
     * @param deliveryStoppedOn null when the creditor may deliver
     */
    public record Standing(
            DebtorStanding standing,
            @Nullable LocalDate since,
            @Nullable LocalDate fileBy,
            @Nullable String note,
            @Nullable LocalDate deliveryStoppedOn) {}

    static final String ENDED_SIGNAL = "debtorEventEnded";

    private static final Map<DebtorStanding, String> PROCESSES =
            Map.of(DebtorStanding.INSOLVENT, "debtor-insolvent", DebtorStanding.DECEASED, "debtor-died");

    /** A process carries no text of any length; the case pages list the rest. */
    private static final int MOST_LINES = 40;

    private final DebtorEventTable table;
    private final Cases cases;
    private final Receivables receivables;
    private final BankingDays bankingDays;
    private final Flow flow;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DebtorEvents(
            DebtorEventTable table,
            Cases cases,
            Receivables receivables,
            BankingDays bankingDays,
            Flow flow,
            ApplicationEventPublisher events,
            Clock clock) {
        this.table = table;
        this.cases = cases;
        this.receivables = receivables;
        this.bankingDays = bankingDays;
        this.flow = flow;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Stops all open cases of the debtor of a case and asks a person what is to be done.
     *
     * @param standing not normal
     * @param on the day in the creditor's country, up to which interest is counted in the list of what is owed
     * @param fileBy the last day on which claims are filed; null when nobody has said
     * @throws CaseNotOpen when the case is closed
     * @throws IllegalStateException when something stands of this debtor already
     */
    public void happened(
            CaseNumber number, DebtorStanding standing, LocalDate on, @Nullable LocalDate fileBy, String note) {
        Debtor debtor = debtorOf(number);
        List<CaseNumber> open = table.openCases(debtor.id());
        open.forEach(cases::lock);
        if (!open.contains(number)) {
            throw new CaseNotOpen(number, CaseState.CLOSED);
        }
        if (debtor.standing() != DebtorStanding.NORMAL) {
            throw new IllegalStateException("The debtor of case " + number + " is " + debtor.standing());
        }
        debtor.becomes(standing, on);
        table.insert(
                new DebtorEvent(0, debtor.id(), standing, on, fileBy, note, number, false),
                CurrentPerson.name(),
                clock.instant());
        for (CaseNumber each : open) {
            events.publishEvent(new DebtorBecame(each, standing, on, note));
            if (cases.get(each).state() == CaseState.OPEN) {
                cases.pause(each, Pause.Kind.STOP, null, null, Cases.reason(standing));
            }
        }
        begin(table.standing(debtor.id()).orElseThrow());
    }

    private void begin(DebtorEvent event) {
        Invoice invoice = receivables.invoice(cases.get(event.caseNumber()).invoiceId());
        Map<String, Object> facts = new HashMap<>();
        facts.put("country", invoice.creditor().country().name());
        facts.put("happenedOn", event.happenedOn().toString());
        facts.put("eventNote", event.note());
        facts.put("invoices", invoices(event));
        LocalDate today = cases.today(event.caseNumber());
        LocalDate last =
                event.fileBy() == null ? bankingDays.plus(invoice.creditor().country(), today, 5) : event.fileBy();
        facts.put("fileBy", last.toString());
        facts.put(
                "seeToItBy",
                bankingDays.onOrBefore(invoice.creditor().country(), last).toString());
        facts.put("estateName", "");
        facts.put("email", "");
        facts.put("street", "");
        facts.put("postalCode", "");
        facts.put("city", "");
        flow.start(PROCESSES.get(event.standing()), event.caseNumber(), facts);
    }

    /** A line for each invoice: number, due date, and what was open part by part, interest through the day. */
    private String invoices(DebtorEvent event) {
        List<CaseNumber> open = table.openCases(event.debtorId());
        String lines = open.stream()
                .limit(MOST_LINES)
                .map(each -> line(cases.get(each).invoiceId(), event.happenedOn()))
                .collect(Collectors.joining("\n"));
        return open.size() > MOST_LINES ? lines + "\n+ " + (open.size() - MOST_LINES) : lines;
    }

    private String line(long invoiceId, LocalDate on) {
        Invoice invoice = receivables.invoice(invoiceId);
        Balance owed = receivables.balanceOf(invoiceId, on);
        return String.join(
                " · ",
                invoice.number(),
                invoice.dueOn().toString(),
                owed.principal().toString(),
                owed.fee().toString(),
                owed.interest().plus(owed.accruedInterest()).toString(),
                owed.compensation().toString(),
                owed.costs().toString());
    }

    /** What stands of the debtor of a case; empty for most. */
    @Transactional(readOnly = true)
    public Optional<DebtorEvent> of(CaseNumber number) {
        Debtor debtor = debtorOf(number);
        return debtor.standing() == DebtorStanding.NORMAL ? Optional.empty() : table.standing(debtor.id());
    }

    /** What stands of the debtor of a case, for those who look at it. */
    @Transactional(readOnly = true)
    public Standing standing(CaseNumber number) {
        LocalDate stopped = debtorOf(number).deliveryStoppedOn();
        return of(number)
                .map(event -> new Standing(event.standing(), event.happenedOn(), event.fileBy(), event.note(), stopped))
                .orElseGet(() -> new Standing(DebtorStanding.NORMAL, null, null, null, stopped));
    }

    /**
     * It was a mistake, or holds no longer: the cases that stood still for it go on, later by the days they did.
     *
     * @return false when nothing stands of the debtor
     */
    public boolean end(CaseNumber number, String note) {
        Debtor debtor = debtorOf(number);
        List<CaseNumber> open = table.openCases(debtor.id());
        open.forEach(cases::lock);
        Optional<DebtorEvent> standing = table.standing(debtor.id());
        standing.ifPresent(event -> {
            table.end(event.id(), CurrentPerson.name(), note, clock.instant());
            debtor.becomes(DebtorStanding.NORMAL, null);
            for (CaseNumber each : open) {
                events.publishEvent(new DebtorEventEnded(each, event.standing(), note));
                CollectionCase held = cases.get(each);
                if (held.state() == CaseState.HELD
                        && Cases.reason(event.standing()).equals(held.holdReason())) {
                    cases.resume(each);
                }
            }
            flow.whenAtRest(() -> flow.signal(event.caseNumber(), ENDED_SIGNAL, Map.of()));
        });
        return standing.isPresent();
    }

    /** The estate takes the place of a person who died; the cases go on against it. */
    void estate(CaseNumber number, String name, @Nullable String email, Address address) {
        Debtor debtor = debtorOf(number);
        debtor.isNow(name);
        debtor.reachAt(email, address);
        end(number, name);
    }

    private Debtor debtorOf(CaseNumber number) {
        return receivables.invoice(cases.get(number).invoiceId()).debtor();
    }

    /** A case that was held for another reason, or that someone resumes too soon, stops again. */
    @Order(Ordered.LOWEST_PRECEDENCE)
    @EventListener
    void stopsAgain(CaseResumed resumed) {
        DebtorStanding standing = debtorOf(resumed.caseNumber()).standing();
        if (standing != DebtorStanding.NORMAL && cases.get(resumed.caseNumber()).state() == CaseState.OPEN) {
            cases.pause(resumed.caseNumber(), Pause.Kind.STOP, null, null, Cases.reason(standing));
        }
    }

    @EventListener
    void seenTo(ProcessEnded ended) {
        if (PROCESSES.containsValue(ended.process())) {
            table.seenTo(ended.caseNumber());
        }
    }

    /** The task moves to another case of the debtor when the one that carries it ends before it was done. */
    @EventListener
    void movesOn(CaseClosed closed) {
        if (!cases.get(closed.caseNumber()).isDebtorWatched()) {
            return;
        }
        Debtor debtor = debtorOf(closed.caseNumber());
        Optional<DebtorEvent> carried = table.standing(debtor.id())
                .filter(event -> !event.seenTo() && event.caseNumber().equals(closed.caseNumber()));
        carried.ifPresent(event -> table.openCases(debtor.id()).stream()
                .filter(open -> !open.equals(closed.caseNumber()))
                .findFirst()
                .ifPresent(next -> {
                    table.carry(event.id(), next);
                    flow.whenAtRest(() -> begin(table.standing(debtor.id()).orElseThrow()));
                }));
    }
}
