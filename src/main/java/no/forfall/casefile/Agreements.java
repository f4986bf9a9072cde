package no.forfall.casefile;

import java.time.LocalDate;
import java.util.UUID;
import no.forfall.api.Invalid;
import no.forfall.cases.Cases;
import no.forfall.policy.OverrideKind;
import no.forfall.policy.Overrides;
import no.forfall.shared.CaseNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Agrees and ends overrides on a person's word. */
@Service
public class Agreements {

    private static final int LONGEST_REASON = 500;

    private final Cases cases;
    private final Overrides overrides;

    Agreements(Cases cases, Overrides overrides) {
        this.cases = cases;
        this.overrides = overrides;
    }

    /** The farthest last day, in the creditor's country. */
    public LocalDate latestEnd(CaseNumber number) {
        return Overrides.latestEnd(cases.today(number));
    }

    /**
     * @param days how many more, for {@link OverrideKind#MORE_DAYS} only
     * @param person who answers for it
     * @throws Invalid when the reason, the number or the last day is missing or out of bounds
     */
    public void make(
            CaseNumber number,
            OverrideKind kind,
            boolean wholeCustomer,
            @Nullable Integer days,
            @Nullable String reason,
            @Nullable LocalDate endsOn,
            String person) {
        LocalDate today = cases.today(number);
        if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new Invalid("reason", "override.reason.required");
        }
        if (endsOn == null || endsOn.isBefore(today) || endsOn.isAfter(Overrides.latestEnd(today))) {
            throw new Invalid("endsOn", "override.endsOn.range");
        }
        if (kind == OverrideKind.MORE_DAYS && (days == null || days < 1 || days > Overrides.MOST_DAYS)) {
            throw new Invalid("days", "override.days.range");
        }
        overrides.make(number, cases.get(number).invoiceId(), kind, wholeCustomer, days, person, reason, endsOn, today);
    }

    public void end(CaseNumber number, UUID override, String person) {
        overrides.end(number, override, person);
    }
}
