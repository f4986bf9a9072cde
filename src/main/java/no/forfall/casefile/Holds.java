package no.forfall.casefile;

import java.time.LocalDate;
import java.time.Period;
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

/** Puts cases on hold and resumes them on a person's word. Days are local dates in the creditor's country. */
@Service
public class Holds {

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
        if (reason == null || reason.isBlank()) {
            throw new Invalid("reason", "hold.reason.required");
        }
        if (reason.strip().length() > LONGEST_REASON) {
            throw new Invalid("reason", "hold.reason.long");
        }
        LocalDate today = cases.today(number);
        if (until != null && until.isBefore(today)) {
            throw new Invalid("until", "hold.until.past");
        }
        if (until != null && until.isAfter(latest(number))) {
            throw new Invalid("until", "hold.until.late");
        }
        if (beginsOn != null && beginsOn.isAfter(today)) {
            throw new Invalid("beginsOn", "hold.begins.future");
        }
        if (beginsOn != null && beginsOn.isBefore(earliest(number))) {
            throw new Invalid("beginsOn", "hold.begins.early", earliest(number));
        }
        Pause.Kind kind = until == null ? Pause.Kind.STOP : Pause.Kind.HOLD;
        try {
            Collisions.retried(() -> cases.pause(number, kind, beginsOn, until, reason.strip()));
        } catch (PauseOverlaps overlaps) {
            throw new Invalid("beginsOn", "hold.begins.overlaps", overlaps.lastDay());
        }
    }

    /** @throws CaseNotOpen when it is not held */
    public void resume(CaseNumber number) {
        Collisions.retried(() -> cases.resume(number));
    }
}
