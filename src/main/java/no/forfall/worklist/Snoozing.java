package no.forfall.worklist;

import java.time.Instant;
import java.time.LocalTime;
import no.forfall.cases.Cases;
import no.forfall.engine.InvalidForm;
import no.forfall.engine.StepGone;
import no.forfall.receivables.Receivables;
import no.forfall.shared.BankingDays;
import no.forfall.shared.Country;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Leaves items for later. The engine's step stays open; only the list does without it. */
@Service
@Transactional
public class Snoozing {

    private static final LocalTime MORNING = LocalTime.of(7, 0);

    private final ItemTable items;
    private final Hands hands;
    private final Undo undo;
    private final Cases cases;
    private final Receivables receivables;
    private final BankingDays bankingDays;
    private final ApplicationEventPublisher events;

    Snoozing(
            ItemTable items,
            Hands hands,
            Undo undo,
            Cases cases,
            Receivables receivables,
            BankingDays bankingDays,
            ApplicationEventPublisher events) {
        this.items = items;
        this.hands = hands;
        this.undo = undo;
        this.cases = cases;
        this.receivables = receivables;
        this.bankingDays = bankingDays;
        this.events = events;
    }

    /**
     * Gives an item back and keeps it out of the list and of {@link Worklist#next} until seven in the morning of a banking day,
     * both in the creditor's country.
     *
     * @return that moment
     * @throws InvalidForm naming {@code days}, {@code date} or {@code reason}
     * @throws AlreadyTaken when somebody else has it
     * @throws StepGone when it was done meanwhile
     */
    public Instant snooze(String id, String person, Snooze snooze) {
        WorkItem item = hands.lock(id, person);
        Country country = receivables
                .invoice(cases.get(item.caseNumber()).invoiceId())
                .creditor()
                .country();
        Instant until = snooze.back(bankingDays, country, cases.today(item.caseNumber()))
                .atTime(MORNING)
                .atZone(country.zone())
                .toInstant();
        hands.free(item);
        items.later(id, new Later(until, person, snooze.news(), null, null));
        undo.keep(person, Undo.Kind.SNOOZED, item);
        events.publishEvent(new StepSkipped(item.caseNumber(), item.name(), snooze.reason(), until));
        return until;
    }
}
