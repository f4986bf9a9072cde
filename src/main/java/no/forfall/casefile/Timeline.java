package no.forfall.casefile;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import no.forfall.identity.CurrentPerson;
import no.forfall.identity.People;
import no.forfall.identity.Person;
import no.forfall.journal.Journal;
import no.forfall.journal.JournalEntry;
import no.forfall.shared.CaseNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;

/**
 * The journal as sentences. Each event has one in {@code messages/journal}, under its name and, where it has several, its
 * variant; an event without one is shown by its name and facts.
 */
@Service
public class Timeline {

    private final Journal journal;
    private final JournalFacts facts;
    private final People people;
    private final Concealment concealment;
    private final MessageSource messages;

    Timeline(Journal journal, JournalFacts facts, People people, Concealment concealment, MessageSource messages) {
        this.journal = journal;
        this.facts = facts;
        this.people = people;
        this.concealment = concealment;
        this.messages = messages;
    }

    /**
     * The entries of a case, newest first.
     *
     * @param before entries older than this id; {@link Long#MAX_VALUE} for the newest
     */
    public List<TimelineEntry> of(CaseNumber caseNumber, long before, int most, Locale language) {
        Map<String, String> names = people.all().stream().collect(Collectors.toMap(Person::userName, Person::name));
        Concealment.Veil veil = concealment.of(caseNumber);
        return journal.of(caseNumber, before, most).stream()
                .filter(Timeline::isTold)
                .map(entry -> told(hidden(entry, veil), names, language))
                .toList();
    }

    /** Where a step opens its token arrives too; one of the two is enough. */
    private static boolean isTold(JournalEntry entry) {
        return !(entry.kind().equals("TokenArrived")
                && "userTask".equals(entry.facts().get("kind")));
    }

    private static JournalEntry hidden(JournalEntry entry, Concealment.Veil veil) {
        return veil.hides()
                ? new JournalEntry(
                        entry.id(),
                        entry.caseNumber(),
                        entry.at(),
                        entry.kind(),
                        entry.actor(),
                        veil.over(entry.facts()))
                : entry;
    }

    private TimelineEntry told(JournalEntry entry, Map<String, String> names, Locale language) {
        JournalSentence sentence = JournalSentence.of(entry);
        Object[] arguments = sentence.arguments().stream()
                .map(fact -> facts.readable(entry, fact, names, language))
                .toArray();
        Optional<String> text = message("journal." + sentence.variant(), arguments, language);
        return new TimelineEntry(
                entry.id(),
                entry.kind(),
                sentence.sign(),
                text.orElseGet(() -> facts.readableName(entry.kind())),
                text.isEmpty() ? facts.all(entry, language) : detail(entry, sentence, arguments, language),
                who(entry, names, language),
                entry.at(),
                entry.facts());
    }

    private @Nullable String detail(JournalEntry entry, JournalSentence sentence, Object[] arguments, Locale language) {
        List<String> needed = sentence.arguments();
        boolean complete = !needed.isEmpty() && entry.facts().get(needed.get(needed.size() - 1)) != null;
        String key = "journal." + sentence.variant() + ".detail";
        return complete ? message(key, arguments, language).orElse(null) : null;
    }

    /** Whoever acted; a step that was done in the engine itself names its person among its facts. */
    private @Nullable String who(JournalEntry entry, Map<String, String> names, Locale language) {
        String actor =
                entry.actor().equals(CurrentPerson.NOBODY) && entry.kind().equals("StepClosed")
                        ? Objects.requireNonNullElse(entry.facts().get("person"), CurrentPerson.NOBODY)
                                .toString()
                        : entry.actor();
        if (actor.equals(CurrentPerson.DEBTOR)) {
            return messages.getMessage("actor.debtor", null, language);
        }
        return actor.equals(CurrentPerson.NOBODY) ? null : names.getOrDefault(actor, actor);
    }

    private Optional<String> message(String key, Object[] arguments, Locale language) {
        return Optional.ofNullable(messages.getMessage(key, arguments, null, language));
    }
}
