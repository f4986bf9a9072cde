package no.forfall.casefile;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.stream.Stream;
import no.forfall.api.Collisions;
import no.forfall.api.Invalid;
import no.forfall.cases.CaseNotOpen;
import no.forfall.cases.Cases;
import no.forfall.cases.Pause;
import no.forfall.cases.PauseOverlaps;
import no.forfall.correspondence.Letter;
import no.forfall.correspondence.LetterState;
import no.forfall.correspondence.Letters;
import no.forfall.shared.CaseNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Puts cases on hold and resumes them on a person's word. Days are local dates in the creditor's country. */
@Service
public class Holds {

    /** The keys of the reasons that the house offers. */
    public static final List<String> REASONS = List.of("DEBTOR_ASKED", "PAYMENT_EXPECTED", "CLAIM_CHECKED", "OTHER");

    private static final Period LONGEST = Period.ofMonths(6);
    private static final Period LONGEST_BACK = Period.ofDays(31);
    private static final int LONGEST_REASON = 500;

    private final Cases cases;
    private final Letters letters;

    Holds(Cases cases, Letters letters) {
        this.cases = cases;
        this.letters = letters;
    }

    /** The last day a hold may reach; a longer one needs another look at the case. */
    public LocalDate latest(CaseNumber number) {
        return cases.today(number).plus(LONGEST);
    }

    /**
     * The first day on which a hold that is entered today may have begun: a month ago, but not before the case was opened or
     * its last letter left, which nothing can have kept back.
     */
    public LocalDate earliest(CaseNumber number) {
        LocalDate today = cases.today(number);
        LocalDate earliest = Stream.concat(
                        Stream.of(cases.openedOn(number), today.minus(LONGEST_BACK)),
                        letters.of(number).stream()
                                .filter(letter -> letter.state() == LetterState.SENT)
                                .map(Letter::dated))
                .reduce((one, other) -> one.isAfter(other) ? one : other)
                .orElseThrow();
        return earliest.isAfter(today) ? today : earliest;
    }

    /** The same from today on. */
    public void hold(CaseNumber number, @Nullable String reason, @Nullable LocalDate until) {
        hold(number, reason, null, until);
    }

    /**
     * @param reason a sentence, or the key of a reason that the house offers
     * @param beginsOn the first day, today or earlier; null for today
     * @param until the last day; null until someone resumes it
     * @throws Invalid when there is no reason, a day is past or too far away, or the case was paused after the first day
     * @throws CaseNotOpen when it is held already or closed
     */
    public void hold(
            CaseNumber number, @Nullable String reason, @Nullable LocalDate beginsOn, @Nullable LocalDate until) {
        LocalDate today = cases.today(number);
        String why = check(reason, until, today);
        if (beginsOn != null && beginsOn.isAfter(today)) {
            throw new Invalid("beginsOn", "hold.begins.future");
        }
        if (beginsOn != null && beginsOn.isBefore(earliest(number))) {
            throw new Invalid("beginsOn", "hold.begins.early", earliest(number));
        }
        try {
            Collisions.retried(() -> cases.pause(number, kind(until), beginsOn, until, why));
        } catch (PauseOverlaps overlaps) {
            throw new Invalid("beginsOn", "hold.begins.overlaps", overlaps.lastDay());
        }
    }

    private static Pause.Kind kind(@Nullable LocalDate until) {
        return until == null ? Pause.Kind.STOP : Pause.Kind.HOLD;
    }

    /**
     * Whether a hold from today on may be so.
     *
     * @param today the day in the creditor's country
     * @return the reason as it is kept
     * @throws Invalid when there is no reason, or the day is past or too far away
     */
    public String check(@Nullable String reason, @Nullable LocalDate until, LocalDate today) {
        if (reason == null || reason.isBlank()) {
            throw new Invalid("reason", "hold.reason.required");
        }
        if (reason.strip().length() > LONGEST_REASON) {
            throw new Invalid("reason", "hold.reason.long");
        }
        if (until != null && until.isBefore(today)) {
            throw new Invalid("until", "hold.until.past");
        }
        if (until != null && until.isAfter(today.plus(LONGEST))) {
            throw new Invalid("until", "hold.until.late");
        }
        return reason.strip();
    }

    /** The same hold from today on in the caller's transaction, for whoever tries again by itself after a collision. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void holdAmongOthers(CaseNumber number, @Nullable String reason, @Nullable LocalDate until) {
        cases.pause(number, kind(until), null, until, check(reason, until, cases.today(number)));
    }

    /** @throws CaseNotOpen when it is not held */
    public void resume(CaseNumber number) {
        Collisions.retried(() -> cases.resume(number));
    }
}
