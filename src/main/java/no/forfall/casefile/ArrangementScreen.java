package no.forfall.casefile;

import java.util.List;
import java.util.Optional;
import no.forfall.arrangements.Arrangement;
import no.forfall.arrangements.ArrangementChecks;
import no.forfall.arrangements.ArrangementState;
import no.forfall.arrangements.Arrangements;
import no.forfall.arrangements.InstalmentStanding;
import no.forfall.shared.CaseNumber;
import org.joda.money.Money;
import org.springframework.stereotype.Component;

/** Shows the newest promise or plan of a case and what has come of each instalment. */
@Component
class ArrangementScreen {

    private final Arrangements arrangements;
    private final ArrangementChecks checks;

    ArrangementScreen(Arrangements arrangements, ArrangementChecks checks) {
        this.arrangements = arrangements;
        this.checks = checks;
    }

    /**
     * What a page shows.
     *
     * @param fee what the plan itself costs, which is part of it; zero for most
     */
    record View(
            String kind,
            ArrangementState state,
            String tone,
            Money total,
            Money paid,
            Money missing,
            Money fee,
            List<Part> parts) {}

    /** @param tone how its state looks */
    record Part(InstalmentStanding standing, String tone) {}

    /** Empty when nothing was promised or agreed, or it has lapsed. */
    Optional<View> of(CaseNumber number) {
        return arrangements.of(number).stream()
                .reduce((earlier, later) -> later)
                .filter(made -> made.state() != ArrangementState.LAPSED)
                .map(this::view);
    }

    private View view(Arrangement made) {
        List<InstalmentStanding> parts = checks.standing(made);
        Money paid = Money.total(parts.stream().map(InstalmentStanding::paid).toList());
        return new View(
                made.kind().name(),
                made.state(),
                tone(made.state()),
                made.total(),
                paid,
                made.total().minus(paid),
                made.terms().fee(),
                parts.stream().map(part -> new Part(part, tone(part.state()))).toList());
    }

    private static String tone(ArrangementState state) {
        return switch (state) {
            case KEPT -> "kept";
            case BROKEN -> "breach";
            case WAITING, PROPOSED, PARTLY -> "risk";
            case OPEN, LAPSED -> "info";
        };
    }

    private static String tone(InstalmentStanding.State state) {
        return switch (state) {
            case PAID, AHEAD -> "kept";
            case MISSED -> "risk";
            case BROKEN -> "breach";
            case DUE -> "info";
        };
    }
}
