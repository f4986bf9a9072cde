package no.forfall.worklist;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import no.forfall.casefile.Timeline;
import no.forfall.casefile.TimelineEntry;
import no.forfall.cases.Token;
import no.forfall.cases.Tokens;
import no.forfall.shared.CaseNumber;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Says what finishing an item would do, by doing it and taking it back: the same tables, diagrams and rules are asked, so that
 * what is foretold is what the timeline says afterwards. Nothing has left the house by then, since letters and messages leave
 * only after a commit.
 */
@Service
public class Foresight {

    private static final int MOST = 100;

    /** Said by the button that is pressed, or of no interest to who presses it. */
    private static final Set<String> UNTOLD = Set.of("StepClosed", "StepAssigned", "TableDecided", "ProcessEnded");

    private final Worklist worklist;
    private final Timeline timeline;
    private final Tokens tokens;
    private final TransactionTemplate trial;

    Foresight(Worklist worklist, Timeline timeline, Tokens tokens, PlatformTransactionManager transactions) {
        this.worklist = worklist;
        this.timeline = timeline;
        this.tokens = tokens;
        this.trial = new TransactionTemplate(transactions);
        trial.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * What the case's timeline would say, oldest first, without what the case only passes; empty when nothing worth telling
     * follows.
     *
     * @throws RuntimeException as {@link Worklist#complete} does
     */
    public List<TimelineEntry> of(String id, String person, Map<String, Object> values, Locale language) {
        CaseNumber number = worklist.get(id).caseNumber();
        try {
            trial.executeWithoutResult(status -> {
                long before = newest(number, language);
                worklist.complete(id, person, values);
                TransactionSynchronizationManager.registerSynchronization(
                        new AtTheEnd(() -> since(before, number, language)));
            });
        } catch (Seen seen) {
            return seen.told;
        }
        throw new IllegalStateException("What was only tried was done to case " + number);
    }

    private long newest(CaseNumber number, Locale language) {
        return timeline.of(number, Long.MAX_VALUE, 1, language).stream()
                .mapToLong(TimelineEntry::id)
                .findFirst()
                .orElse(0);
    }

    private List<TimelineEntry> since(long before, CaseNumber number, Locale language) {
        Set<String> standing = tokens.of(number).stream().map(Token::element).collect(Collectors.toSet());
        List<TimelineEntry> told = new ArrayList<>(timeline.of(number, Long.MAX_VALUE, MOST, language).stream()
                .filter(entry -> entry.id() > before && !UNTOLD.contains(entry.event()))
                .filter(entry -> !entry.event().equals("TokenArrived")
                        || standing.contains(String.valueOf(entry.facts().get("element"))))
                .toList());
        Collections.reverse(told);
        return told;
    }

    /** Looks when all that belongs to the transaction is done, and then lets it fail. */
    private record AtTheEnd(Supplier<List<TimelineEntry>> look) implements TransactionSynchronization {

        @Override
        public void beforeCommit(boolean readOnly) {
            throw new Seen(look.get());
        }
    }

    private static final class Seen extends RuntimeException {

        private final transient List<TimelineEntry> told;

        Seen(List<TimelineEntry> told) {
            super("only tried", null, false, false);
            this.told = told;
        }
    }
}
