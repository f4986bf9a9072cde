package no.forfall.casefile;

import java.time.LocalDate;
import java.util.UUID;
import no.forfall.api.Invalid;
import no.forfall.cases.Cases;
import no.forfall.policy.CountedSegment;
import no.forfall.policy.OverrideKind;
import no.forfall.policy.Overrides;
import no.forfall.policy.Segment;
import no.forfall.policy.Segments;
import no.forfall.shared.CaseNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Agrees and ends overrides, and corrects what was counted, on a person's word. */
@Service
public class Agreements {

    private static final int LONGEST_REASON = 500;

    private final Cases cases;
    private final Overrides overrides;
    private final Segments segments;

    Agreements(Cases cases, Overrides overrides, Segments segments) {
        this.cases = cases;
        this.overrides = overrides;
        this.segments = segments;
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
        String why = reason(reason);
        LocalDate last = lastDay(endsOn, today);
        if (!OverrideKind.agreeable().contains(kind)) {
            throw new Invalid("kind", "override.kind.choice");
        }
        if (kind == OverrideKind.MORE_DAYS && (days == null || days < 1 || days > Overrides.MOST_DAYS)) {
            throw new Invalid("days", "override.days.range");
        }
        overrides.make(number, cases.get(number).invoiceId(), kind, wholeCustomer, days, person, why, last, today);
    }

    private static String reason(@Nullable String reason) {
        if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new Invalid("reason", "override.reason.required");
        }
        return reason;
    }

    private static LocalDate lastDay(@Nullable LocalDate endsOn, LocalDate today) {
        if (endsOn == null || endsOn.isBefore(today) || endsOn.isAfter(Overrides.latestEnd(today))) {
            throw new Invalid("endsOn", "override.endsOn.range");
        }
        return endsOn;
    }

    /**
     * Has the customer of a case count as another segment.
     *
     * @param person who answers for it
     * @throws Invalid when the segment, the reason or the last day is missing or out of bounds
     */
    public void correct(
            CaseNumber number,
            @Nullable Segment segment,
            @Nullable String reason,
            @Nullable LocalDate endsOn,
            String person) {
        LocalDate today = cases.today(number);
        if (segment == null) {
            throw new Invalid("segment", "segment.required");
        }
        long invoiceId = cases.get(number).invoiceId();
        Segment counted =
                segments.counted(invoiceId).map(CountedSegment::segment).orElse(Segment.NEW);
        overrides.correct(number, invoiceId, counted, segment, person, reason(reason), lastDay(endsOn, today), today);
    }

    /** Has the customer of a case count as it was counted again; does nothing when it does already. */
    public void endCorrection(CaseNumber number, String person) {
        segments.correction(cases.get(number).invoiceId(), cases.today(number))
                .ifPresent(correction -> overrides.end(number, correction.id(), person));
    }

    public void end(CaseNumber number, UUID override, String person) {
        overrides.end(number, override, person);
    }
}
