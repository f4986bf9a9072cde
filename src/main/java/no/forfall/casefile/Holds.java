package no.forfall.casefile;

import java.time.LocalDate;
import java.time.Period;
import no.forfall.api.Collisions;
import no.forfall.api.Invalid;
import no.forfall.cases.CaseNotOpen;
import no.forfall.cases.Cases;
import no.forfall.shared.CaseNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Puts cases on hold and resumes them on a person's word. */
@Service
public class Holds {

    private static final Period LONGEST = Period.ofMonths(6);

    private final Cases cases;

    Holds(Cases cases) {
        this.cases = cases;
    }

    /** The last day a hold may reach, in the creditor's country; a longer one needs another look at the case. */
    public LocalDate latest(CaseNumber number) {
        return cases.today(number).plus(LONGEST);
    }

    /**
     * @param reason a sentence, or the key of a reason that the house offers
     * @param until the last day; null until someone resumes it
     * @throws Invalid when there is no reason or the day is past or too far away
     * @throws CaseNotOpen when it is held already or closed
     */
    public void hold(CaseNumber number, @Nullable String reason, @Nullable LocalDate until) {
        if (reason == null || reason.isBlank()) {
            throw new Invalid("reason", "hold.reason.required");
        }
        if (until != null && until.isBefore(cases.today(number))) {
            throw new Invalid("until", "hold.until.past");
        }
        if (until != null && until.isAfter(latest(number))) {
            throw new Invalid("until", "hold.until.late");
        }
        Collisions.retried(() -> cases.hold(number, reason.strip(), until));
    }

    /** @throws CaseNotOpen when it is not held */
    public void resume(CaseNumber number) {
        Collisions.retried(() -> cases.resume(number));
    }
}
