package no.forfall.arrangements.activities;

import java.util.Map;
import no.forfall.arrangements.Arrangement;
import no.forfall.arrangements.ArrangementChecks;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Tells a process when an open promise or plan is looked at next. */
@Component
class Looks {

    private final ArrangementChecks checks;

    Looks(@Lazy ArrangementChecks checks) {
        this.checks = checks;
    }

    /** {@code instalmentDue}, an ISO date, and {@code lookAfter}, how many banking days after it. */
    Map<String, Object> of(Arrangement arrangement) {
        ArrangementChecks.Look look = checks.next(arrangement);
        return Map.of("instalmentDue", look.dueOn().toString(), "lookAfter", look.afterDays());
    }
}
