package no.forfall.worklist.bulk;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import no.forfall.api.Invalid;
import no.forfall.casefile.Holds;
import no.forfall.identity.People;
import no.forfall.identity.Person;
import no.forfall.shared.Country;
import no.forfall.worklist.Worklist;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes of what a person asks for an order that can be carried out, or says what is missing. */
@Component
class BulkOrders {

    private final Holds holds;
    private final People people;
    private final BulkOutcomes outcomes;
    private final Worklist worklist;
    private final Clock clock;

    BulkOrders(Holds holds, People people, BulkOutcomes outcomes, Worklist worklist, Clock clock) {
        this.holds = holds;
        this.people = people;
        this.outcomes = outcomes;
        this.worklist = worklist;
        this.clock = clock;
    }

    /**
     * @param reasons the keys for which work may be left for later
     * @throws Invalid names what is missing or not allowed
     */
    void check(BulkRun run, BulkOrder order, List<String> reasons) {
        switch (order.action()) {
            case ASSIGN -> {
                if (to(order) == null) {
                    throw new Invalid("to", "bulk.to.unknown");
                }
            }
            case SKIP -> {
                if (order.reason() == null || !reasons.contains(order.reason())) {
                    throw new Invalid("reason", "form.choice");
                }
            }
            case HOLD -> holds.check(order.reason(), order.until(), today());
            case COMPLETE -> {
                if (outcomes.of(run.id(), Locale.ENGLISH).stream()
                        .noneMatch(offer -> offer.step().equals(order.step())
                                && offer.outcome().equals(order.outcome()))) {
                    throw new Invalid("outcome", "bulk.outcome.choice");
                }
            }
            case RELEASE, LETTER -> {}
        }
    }

    /** The order as it is kept. */
    BulkOrder kept(BulkRun run, BulkOrder order) {
        return order.action() == BulkAction.COMPLETE ? order.saying(outcomes.said(run.id(), order)) : order;
    }

    /** The rules of an order, for the roles that its people have now. */
    BulkRules rules(BulkRun run, BulkOrder order) {
        Person person = people.find(run.person())
                .orElseThrow(() -> new NoSuchElementException("There is no person " + run.person()));
        Optional<String> eyes = order.action() == BulkAction.COMPLETE && order.step() != null
                ? outcomes.otherEyesThan(run.id(), order.step())
                : Optional.empty();
        return new BulkRules(order, person, worklist.covered(run.person()), to(order), eyes.orElse(null));
    }

    private @Nullable Person to(BulkOrder order) {
        return order.to() == null ? null : people.find(order.to()).orElse(null);
    }

    /** The day in Oslo, which is the day in Stockholm too. */
    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Country.NO.zone());
    }
}
