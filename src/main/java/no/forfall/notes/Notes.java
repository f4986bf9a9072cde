package no.forfall.notes;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import no.forfall.api.Invalid;
import no.forfall.cases.Cases;
import no.forfall.identity.CurrentPerson;
import no.forfall.identity.Role;
import no.forfall.shared.CaseNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Notes on cases, open or closed. Plain text; whoever shows it escapes it. */
@Service
@Transactional
public class Notes {

    /** How many letters a note may have. */
    public static final int LONGEST = 4000;

    private static final int MOST_PINNED = 3;

    private final NoteTable table;
    private final Mentions mentions;
    private final Cases cases;
    private final NoteSettings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Notes(
            NoteTable table,
            Mentions mentions,
            Cases cases,
            NoteSettings settings,
            ApplicationEventPublisher events,
            Clock clock) {
        this.table = table;
        this.mentions = mentions;
        this.cases = cases;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Writes a note in the name of whoever is signed in, and calls those whom it mentions.
     *
     * @return whom it calls, and which names are nobody's
     * @throws NoSuchElementException when there is no such case
     * @throws Invalid when it is empty or longer than {@link #LONGEST}
     */
    public Mentions.Called write(CaseNumber number, @Nullable String text) {
        cases.get(number);
        String words = words(text);
        String author = CurrentPerson.name();
        long id = table.insert(number, words, author, clock.instant());
        Mentions.Called called = mentions.in(words);
        mentions.call(id, author, called.people());
        events.publishEvent(new NoteWritten(number, id, called.people()));
        return called;
    }

    /**
     * Gives a note other words and keeps the ones before. Whom it calls anew is called.
     *
     * @throws NoSuchElementException when the case has no such note
     * @throws AccessDeniedException when the person signed in did not write it
     * @throws Invalid when it is erased, its time is over, or the text is empty or too long
     */
    public Mentions.Called correct(CaseNumber number, long id, @Nullable String text) {
        String words = words(text);
        Note note = readable(number, id);
        if (!note.author().equals(CurrentPerson.name())) {
            throw new AccessDeniedException("Only its author corrects a note");
        }
        if (!correctable(note)) {
            throw new Invalid(
                    "text", "notes.correct.late", settings.correctable().toHours());
        }
        Mentions.Called called = mentions.in(words);
        if (!words.equals(note.text())) {
            table.correct(note, words, clock.instant());
            mentions.call(id, note.author(), called.people());
            events.publishEvent(new NoteCorrected(number, id));
        }
        return called;
    }

    /** Whether the time in which its author may correct it still runs. */
    boolean correctable(Note note) {
        return note.erasedAt() == null
                && clock.instant().isBefore(note.writtenAt().plus(settings.correctable()));
    }

    /**
     * Takes the words of a note away for good, since personal data must go. That it was written stays in the journal.
     *
     * @throws NoSuchElementException when the case has no such note
     * @throws AccessDeniedException when the person signed in is no administrator
     * @throws Invalid when it is erased already
     */
    public void erase(CaseNumber number, long id) {
        if (!CurrentPerson.has(Role.ADMIN)) {
            throw new AccessDeniedException("Only an administrator erases a note");
        }
        readable(number, id);
        mentions.forget(id);
        table.erase(id, CurrentPerson.name(), clock.instant());
        events.publishEvent(new NoteErased(number, id));
    }

    /**
     * Keeps a note at the top of its case, or lets it go from there.
     *
     * @throws Invalid when it is erased, or as many are pinned as fit there
     */
    public void pin(CaseNumber number, long id, boolean pinned) {
        cases.lock(number);
        Note note = readable(number, id);
        if (pinned && !note.pinned() && table.pinned(number, MOST_PINNED).size() == MOST_PINNED) {
            throw new Invalid("pinned", "notes.pin.full", MOST_PINNED);
        }
        table.mark(id, pinned, note.inEvidence());
    }

    /**
     * Says whether a note is part of the evidence and of the printed case.
     *
     * @throws Invalid when it is erased
     */
    public void tick(CaseNumber number, long id, boolean inEvidence) {
        table.mark(id, readable(number, id).pinned(), inEvidence);
    }

    private Note readable(CaseNumber number, long id) {
        Note note = table.lock(number, id)
                .orElseThrow(() -> new NoSuchElementException("Case " + number + " has no note " + id));
        if (note.erasedAt() != null) {
            throw new Invalid("note", "notes.erased.before");
        }
        return note;
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<Note> newest(CaseNumber number, int most) {
        return table.newest(number, most);
    }

    @Transactional(readOnly = true)
    public long count(CaseNumber number) {
        return table.count(number);
    }

    /** What stays at the top of a case, the newest first. */
    @Transactional(readOnly = true)
    public List<Note> pinned(CaseNumber number) {
        return table.pinned(number, MOST_PINNED);
    }

    @Transactional(readOnly = true)
    public List<Note> among(Collection<Long> ids) {
        return ids.isEmpty() ? List.of() : table.among(ids);
    }

    /** What notes said before they were corrected, the newest first; those that never were are missing. */
    @Transactional(readOnly = true)
    public Map<Long, List<Note.Version>> versions(Collection<Long> ids) {
        return ids.isEmpty() ? Map.of() : table.versions(ids);
    }

    private static String words(@Nullable String text) {
        String words = text == null
                ? ""
                : text.replace("\r\n", "\n")
                        .replace('\r', '\n')
                        .replace("\u0000", "")
                        .strip();
        if (words.isEmpty()) {
            throw new Invalid("text", "notes.empty");
        }
        if (words.length() > LONGEST) {
            throw new Invalid("text", "notes.long", LONGEST, words.length());
        }
        return words;
    }
}
