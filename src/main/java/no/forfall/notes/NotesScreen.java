package no.forfall.notes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import no.forfall.identity.CurrentPerson;
import no.forfall.identity.People;
import no.forfall.identity.Person;
import no.forfall.identity.Role;
import no.forfall.shared.CaseNumber;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts the notes of a case together for a page. */
@Component
public class NotesScreen {

    private static final int SHOWN = 20;

    private final Notes notes;
    private final Mentions mentions;
    private final People people;
    private final ObjectMapper json;

    NotesScreen(Notes notes, Mentions mentions, People people, ObjectMapper json) {
        this.notes = notes;
        this.mentions = mentions;
        this.people = people;
        this.json = json;
    }

    /** Reads them in the name of whoever is signed in. */
    @Transactional(readOnly = true)
    public NotesView of(CaseNumber number) {
        Map<String, String> names = people.all().stream().collect(Collectors.toMap(Person::userName, Person::name));
        List<Note> newest = notes.newest(number, SHOWN);
        Map<Long, List<Note.Version>> versions = notes.versions(newest.stream()
                .filter(note -> note.correctedAt() != null)
                .map(Note::id)
                .toList());
        return new NotesView(
                number,
                notes.pinned(number).stream()
                        .map(note -> line(note, names, versions))
                        .toList(),
                newest.stream().map(note -> line(note, names, versions)).toList(),
                newest.size() < SHOWN ? 0 : notes.count(number) - SHOWN,
                callable());
    }

    private NotesView.Line line(Note note, Map<String, String> names, Map<Long, List<Note.Version>> versions) {
        return new NotesView.Line(
                note.id(),
                note.text(),
                names.getOrDefault(note.author(), note.author()),
                note.writtenAt(),
                note.correctedAt(),
                note.pinned(),
                note.inEvidence(),
                versions.getOrDefault(note.id(), List.of()),
                note.author().equals(CurrentPerson.name()) && notes.correctable(note),
                note.erasedAt() == null && CurrentPerson.has(Role.ADMIN));
    }

    private String callable() {
        try {
            return json.writeValueAsString(mentions.callable().stream()
                    .map(person -> Map.of("user", person.userName(), "name", person.name()))
                    .toList());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
