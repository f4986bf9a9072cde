package no.forfall.cockpit;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.forfall.casefile.Plans;
import no.forfall.engine.Catalogue;
import no.forfall.engine.Editions;
import no.forfall.engine.Fault;
import no.forfall.engine.Faults;
import no.forfall.outbox.EffectState;
import no.forfall.outbox.Outbox;
import no.forfall.outbox.QueuedEffect;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.web.util.UriComponentsBuilder;

/** What stands still and does not come loose by itself: jobs that gave up, and effects that a person must decide about. */
@Service
public class Stoppages {

    private static final int MOST = 500;

    /** What a retry really did. The cause is that of the first that failed again; null when none did. */
    public record Retried(
            long passed, long failed, @Nullable String cause) implements Serializable {}

    private final Faults faults;
    private final Outbox outbox;
    private final Editions editions;
    private final Catalogue activities;
    private final Plans plans;
    private final MessageSource messages;

    Stoppages(
            Faults faults,
            Outbox outbox,
            Editions editions,
            Catalogue activities,
            Plans plans,
            MessageSource messages) {
        this.faults = faults;
        this.outbox = outbox;
        this.editions = editions;
        this.activities = activities;
        this.plans = plans;
        this.messages = messages;
    }

    /** Grouped by cause, the most frequent first. */
    public List<Stoppage> all(Locale language) {
        Stream<Stoppage> jobs = faults.all(MOST).stream()
                .collect(Collectors.groupingBy(fault -> List.of(fault.cause(), fault.place())))
                .values()
                .stream()
                .map(group -> ofJobs(group, language));
        Stream<Stoppage> effects = Stream.of(EffectState.BARRED, EffectState.UNKNOWN)
                .flatMap(state -> outbox.in(state, MOST).stream())
                .collect(Collectors.groupingBy(
                        row -> List.of(row.state(), row.effect().activity(), String.valueOf(row.rule()))))
                .values()
                .stream()
                .map(group -> ofEffects(group, language));
        return Stream.concat(jobs, effects)
                .sorted(Comparator.comparingLong(Stoppage::count).reversed())
                .toList();
    }

    private Stoppage ofJobs(List<Fault> group, Locale language) {
        Fault first = group.get(0);
        return new Stoppage(
                first.cause(),
                editions.elementName(first.place().process(), first.place().element(), language),
                group.size(),
                first.since(),
                first.cause(),
                UriComponentsBuilder.fromPath("/cases")
                        .queryParam("fault", "{cause}")
                        .encode()
                        .buildAndExpand(first.cause())
                        .toUriString(),
                true);
    }

    private Stoppage ofEffects(List<QueuedEffect> group, Locale language) {
        QueuedEffect first = group.get(0);
        String kind = first.state() == EffectState.BARRED ? "DECIDE" : "CHECK_DELIVERY";
        String reason = plans.sentence(first.reason(), language);
        return new Stoppage(
                reason == null ? messages.getMessage("worklist.kind." + kind, null, language) : reason,
                activities.labelOf(first.effect().activity(), language),
                group.size(),
                first.queuedAt(),
                first.effect().key().toString(),
                "/worklist?action=" + kind,
                false);
    }

    /**
     * Lets jobs that gave up run again, one after the other, and tells how each ended.
     *
     * @param cause only those that failed for it; null for all
     */
    public Retried retry(@Nullable String cause) {
        long passed = 0;
        List<String> failures = new ArrayList<>();
        for (Fault fault : faults.all(MOST)) {
            if (cause == null || cause.equals(fault.cause())) {
                Optional<String> failed = faults.retry(fault.id());
                failed.ifPresent(failures::add);
                passed += failed.isPresent() ? 0 : 1;
            }
        }
        return new Retried(passed, failures.size(), failures.isEmpty() ? null : failures.get(0));
    }
}
