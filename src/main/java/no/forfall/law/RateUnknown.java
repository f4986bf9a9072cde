package no.forfall.law;

import java.time.LocalDate;
import java.util.List;
import no.forfall.shared.Country;

/** A rate was asked for a date that no published row covers. An old rate is never used in its place. */
public final class RateUnknown extends RuntimeException {

    private final RateKind kind;
    private final LocalDate date;

    RateUnknown(RateKind kind, LocalDate date) {
        super("There is no " + kind.key() + " for " + kind.country() + " on " + date);
        this.kind = kind;
        this.date = date;
    }

    public Country country() {
        return kind.country();
    }

    public RateKind kind() {
        return kind;
    }

    public LocalDate date() {
        return date;
    }

    /** The rule that asks for the rate. */
    public Reason why() {
        Rule rule =
                switch (kind) {
                    case LATE_INTEREST_PERCENT -> NorwayNorm.NO_R2;
                    case LATE_COMPENSATION -> NorwayCompensationRule.NO_R5;
                    case INKASSOSATS, FEE_FRACTION -> NorwayFeeRule.NO_R8;
                    case REFERENCE_RATE_PERCENT -> SwedenNorm.SE_R14;
                    case REMINDER_FEE -> SwedenRule.SE_R1;
                    case PLAN_FEE -> SwedenRule.SE_R3;
                    case STATUTORY_COMPENSATION -> SwedenRule.SE_R4;
                };
        return new Reason(rule.id(), rule.statute(), "law.rateUnknown", List.of(date));
    }
}
