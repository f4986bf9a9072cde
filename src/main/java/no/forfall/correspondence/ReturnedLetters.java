package no.forfall.correspondence;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.UUID;
import no.forfall.cases.CaseReopened;
import no.forfall.cases.CaseResumed;
import no.forfall.cases.CaseState;
import no.forfall.cases.Cases;
import no.forfall.cases.CollectionCase;
import no.forfall.engine.Flow;
import no.forfall.receivables.Address;
import no.forfall.receivables.Debtor;
import no.forfall.receivables.Receivables;
import no.forfall.shared.CaseNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Letters that left and did not arrive. What such a letter did is undone: the law does not count it and its charges are taken
 * back; its case stands still until a person has mended how the debtor is reached, or found that nobody knows.
 */
@Service
@Transactional
public class ReturnedLetters {

    /** The process in which a person mends the contact data. */
    public static final String PROCESS = "returned-letter";

    /** Why a case is held while a letter that came back waits for a person. */
    public static final String HOLD_REASON = "LETTER_RETURNED";

    /** Why a case stays held when nobody knows how the debtor is reached. */
    public static final String NOT_FOUND = "DEBTOR_NOT_FOUND";

    private static final int LONGEST_REASON = 500;

    private final LetterTable table;
    private final Booking booking;
    private final Cases cases;
    private final Receivables receivables;
    private final Flow flow;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ReturnedLetters(
            LetterTable table,
            Booking booking,
            Cases cases,
            Receivables receivables,
            Flow flow,
            ApplicationEventPublisher events,
            Clock clock) {
        this.table = table;
        this.booking = booking;
        this.cases = cases;
        this.receivables = receivables;
        this.flow = flow;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Records that a letter did not arrive, once: a second telling changes nothing.
     *
     * @param reason status code and text of the bounce, or what a person wrote; shortened to 500 characters
     * @param person user name of who says so
     * @return false when it was told before
     * @throws NoSuchElementException when there is no such letter
     * @throws LetterNotSent when it has not left
     */
    public boolean tell(UUID letterId, LetterReturn.Way way, String reason, String person) {
        CaseNumber number = find(letterId).caseNumber();
        cases.lock(number);
        Letter letter = find(letterId);
        if (letter.state() != LetterState.SENT) {
            throw new LetterNotSent(letterId);
        }
        boolean isFirst = table.openReturns(number).isEmpty();
        String because = reason.substring(0, Math.min(LONGEST_REASON, reason.length()));
        LetterReturn returned = new LetterReturn(way, because, clock.instant(), person);
        if (!table.returned(letterId, returned)) {
            return false;
        }
        // told first: what settles the claim closes the case, and that comes after its cause
        events.publishEvent(
                new LetterReturned(number, letter.type(), way, letter.recipient(), returned.reason(), letterId));
        booking.takeBack(letter, returned);
        CaseState state = cases.get(number).state();
        if (state == CaseState.CLOSED) {
            table.closeReturns(number);
        } else if (isFirst) {
            ask(letter, returned, state);
        }
        return true;
    }

    private Letter find(UUID letterId) {
        return table.find(letterId).orElseThrow(() -> new NoSuchElementException("There is no letter " + letterId));
    }

    private void ask(Letter letter, LetterReturn returned, CaseState state) {
        CaseNumber number = letter.caseNumber();
        if (state == CaseState.OPEN) {
            cases.hold(number, HOLD_REASON, null);
        }
        Debtor debtor = receivables.invoice(cases.get(number).invoiceId()).debtor();
        boolean mailFailed = letter.recipient().equals(debtor.email());
        boolean postFailed = letter.recipient().equals(Addressing.onPaper(debtor));
        Address address = postFailed ? Address.NONE : debtor.address();
        Map<String, Object> facts = new HashMap<>();
        facts.put("country", debtor.creditor().country().name());
        facts.put("returnedLetter", letter.type().name());
        facts.put("returnedFrom", letter.recipient());
        facts.put("returnedBecause", returned.reason());
        facts.put("email", mailFailed ? "" : Objects.requireNonNullElse(debtor.email(), ""));
        facts.put("street", Objects.requireNonNullElse(address.street(), ""));
        facts.put("postalCode", Objects.requireNonNullElse(address.postalCode(), ""));
        facts.put("city", Objects.requireNonNullElse(address.city(), ""));
        flow.start(PROCESS, number, facts);
    }

    /**
     * The letters that came back are seen to, and the case goes on once the process that asks for this has come to rest.
     *
     * @return the last of them, which is to be sent again; null when a later letter has arrived
     * @throws IllegalStateException when none has come back
     */
    public @Nullable Letter settle(CaseNumber number) {
        cases.lock(number);
        List<Letter> returned = table.openReturns(number);
        if (returned.isEmpty()) {
            throw new IllegalStateException("No letter of case " + number + " has come back");
        }
        Letter last = returned.get(returned.size() - 1);
        table.closeReturns(number);
        flow.whenAtRest(() -> {
            if (holds(number)) {
                cases.resume(number);
            }
        });
        List<Letter> all = table.of(number);
        boolean another = all.stream()
                .dropWhile(letter -> !letter.id().equals(last.id()))
                .anyMatch(letter -> letter.type().demands() && letter.counts());
        return another ? null : last;
    }

    /** Nobody knows how the debtor is reached: the case stays held for that reason, until someone resumes it. */
    public void giveUp(CaseNumber number) {
        cases.lock(number);
        table.closeReturns(number);
        if (holds(number)) {
            cases.keepHeld(number, NOT_FOUND);
        }
    }

    private boolean holds(CaseNumber number) {
        CollectionCase held = cases.get(number);
        return held.state() == CaseState.HELD && HOLD_REASON.equals(held.holdReason());
    }

    /** Counts the ladder's wait from the newest letter that arrived, once the process that asks for this has come to rest. */
    public void countFromNewest(CaseNumber number) {
        table.of(number).stream()
                .filter(letter -> letter.type().demands() && letter.counts())
                .reduce((earlier, later) -> later)
                .ifPresent(
                        newest -> flow.whenAtRest(() -> flow.recount(number, Cases.LADDER, SendLetter.facts(newest))));
    }

    /** A case that was held for another reason, or that someone resumes too soon, waits for the person. */
    @EventListener
    void waitsOn(CaseResumed resumed) {
        boolean waits = !table.openReturns(resumed.caseNumber()).isEmpty();
        if (waits && cases.get(resumed.caseNumber()).state() == CaseState.OPEN) {
            cases.hold(resumed.caseNumber(), HOLD_REASON, null);
        }
    }

    /** What was open when the case ended is settled; nobody asks before it is opened again, which is rarer than its end. */
    @EventListener
    void lapses(CaseReopened reopened) {
        table.closeReturns(reopened.caseNumber());
    }
}
