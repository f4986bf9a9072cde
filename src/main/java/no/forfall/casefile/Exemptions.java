package no.forfall.casefile;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.NoSuchElementException;
import no.forfall.api.Invalid;
import no.forfall.cases.CaseNotOpen;
import no.forfall.cases.CaseState;
import no.forfall.cases.Cases;
import no.forfall.cases.Pause;
import no.forfall.identity.CurrentPerson;
import no.forfall.identity.Role;
import no.forfall.receivables.Claims;
import no.forfall.receivables.Invoice;
import no.forfall.receivables.Receivables;
import no.forfall.shared.CaseNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Spares debtors from the ladder for a while. A manager may do it at once; whoever else asks waits for a manager. When its
 * last day has passed the case goes on by itself, later by the days that were spared.
 */
@Service
@Transactional
public class Exemptions {

    private static final Period LONGEST = Period.ofMonths(12);
    private static final int LONGEST_REASON = 500;
    private static final int MOST = 5_000;

    private final ExemptionTable table;
    private final Cases cases;
    private final Receivables receivables;
    private final Claims claims;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Exemptions(
            ExemptionTable table,
            Cases cases,
            Receivables receivables,
            Claims claims,
            ApplicationEventPublisher events,
            Clock clock) {
        this.table = table;
        this.cases = cases;
        this.receivables = receivables;
        this.claims = claims;
        this.events = events;
        this.clock = clock;
    }

    /** The last day that an exemption may have, in the creditor's country. */
    @Transactional(readOnly = true)
    public LocalDate latest(CaseNumber number) {
        return cases.today(number).plus(LONGEST);
    }

    /** Whether somebody waits for a manager to spare the debtor of this case. */
    @Transactional(readOnly = true)
    public boolean isAsked(CaseNumber number) {
        return table.openOf(number).isPresent();
    }

    /**
     * @param until the last day
     * @return whether it holds from now on; else a manager is asked
     * @throws Invalid when there is no reason, the day is missing, past or too far away, or one is asked for already
     * @throws CaseNotOpen when the case is held or closed
     */
    public boolean ask(CaseNumber number, @Nullable String reason, @Nullable LocalDate until) {
        if (reason == null || reason.isBlank() || reason.strip().length() > LONGEST_REASON) {
            throw new Invalid("reason", "exemption.reason.required");
        }
        LocalDate today = cases.today(number);
        if (until == null || until.isBefore(today) || until.isAfter(latest(number))) {
            throw new Invalid("until", "exemption.until.range", latest(number));
        }
        CaseState state = cases.lock(number).state();
        if (state != CaseState.OPEN) {
            throw new CaseNotOpen(number, state);
        }
        if (isAsked(number)) {
            throw new Invalid("reason", "exemption.asked");
        }
        table.ask(number, until, reason.strip(), CurrentPerson.name(), clock.instant());
        if (CurrentPerson.has(Role.MANAGER)) {
            approve(table.openOf(number).orElseThrow());
            return true;
        }
        events.publishEvent(new ExemptionAsked(number, reason.strip(), until));
        return false;
    }

    /**
     * @throws NoSuchElementException when nothing of that id waits for a manager
     * @throws CaseNotOpen when the case is held or closed by now
     * @throws Invalid when the last day has passed by now
     */
    public void approve(long id) {
        ExemptionTable.Asked asked = locked(id);
        if (asked.until().isBefore(cases.today(asked.caseNumber()))) {
            throw new Invalid("until", "exemption.until.range", latest(asked.caseNumber()));
        }
        table.decide(id, true, CurrentPerson.name(), clock.instant());
        cases.pause(asked.caseNumber(), Pause.Kind.EXEMPTION, null, asked.until(), asked.reason());
    }

    /** @throws NoSuchElementException when nothing of that id waits for a manager */
    public void decline(long id) {
        ExemptionTable.Asked asked = locked(id);
        table.decide(id, false, CurrentPerson.name(), clock.instant());
        events.publishEvent(new ExemptionDeclined(asked.caseNumber()));
    }

    private ExemptionTable.Asked locked(long id) {
        return table.lock(id).orElseThrow(() -> new NoSuchElementException("No exemption " + id + " waits"));
    }

    /** What waits for a manager, then what lasts, then what has ended on cases that are not closed. */
    @Transactional(readOnly = true)
    public List<Exemption> all() {
        List<ExemptionTable.Row> rows = table.all(MOST);
        claims.expect(rows.stream().map(ExemptionTable.Row::invoiceId).toList());
        return rows.stream().map(this::exemption).toList();
    }

    private Exemption exemption(ExemptionTable.Row row) {
        Invoice invoice = receivables.invoice(row.invoiceId());
        LocalDate today = LocalDate.ofInstant(
                clock.instant(), invoice.creditor().country().zone());
        Exemption.State state = row.decidedBy() == null
                ? Exemption.State.ASKED
                : row.endedOn() == null ? Exemption.State.ACTIVE : Exemption.State.EXPIRED;
        return new Exemption(
                row.id(),
                row.caseNumber(),
                row.debtor(),
                row.creditor(),
                row.reason(),
                row.askedBy(),
                row.decidedBy(),
                state,
                row.beginsOn(),
                row.until(),
                row.endedOn(),
                receivables.balanceOf(row.invoiceId(), today),
                Math.max(0, invoice.dueOn().until(today, ChronoUnit.DAYS)));
    }
}
