package no.forfall.notes;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import no.forfall.disputes.Dispute;
import no.forfall.disputes.Disputes;
import no.forfall.identity.People;
import no.forfall.identity.Person;
import no.forfall.shared.CaseNumber;
import no.forfall.ui.Formats;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts the files of a case together for a page. */
@Component
public class FilesScreen {

    private static final int NOTES = 10;
    private static final int WORDS = 40;
    private static final int KILO = 1024;

    private final Attachments attachments;
    private final Notes notes;
    private final Disputes disputes;
    private final People people;
    private final AttachmentSettings settings;
    private final MessageSource messages;
    private final Formats formats;

    FilesScreen(
            Attachments attachments,
            Notes notes,
            Disputes disputes,
            People people,
            AttachmentSettings settings,
            MessageSource messages,
            Formats formats) {
        this.attachments = attachments;
        this.notes = notes;
        this.disputes = disputes;
        this.people = people;
        this.settings = settings;
        this.messages = messages;
        this.formats = formats;
    }

    /** Reads them in the name of whoever is signed in. */
    @Transactional(readOnly = true)
    public FilesView of(CaseNumber number, Locale language) {
        Map<String, String> names = people.all().stream().collect(Collectors.toMap(Person::userName, Person::name));
        return new FilesView(
                number,
                attachments.of(number).stream()
                        .map(file -> line(file, names, language))
                        .toList(),
                subjects(number, language),
                settings.largest().toMegabytes(),
                settings.most());
    }

    private FilesView.Line line(Attachment file, Map<String, String> names, Locale language) {
        return new FilesView.Line(
                file.id(),
                file.name(),
                size(file.size()),
                file.scan(),
                file.canBeFetched(),
                about(file, language),
                file.inEvidence(),
                file.disputeId() != null,
                names.getOrDefault(file.addedBy(), file.addedBy()),
                file.addedAt(),
                file.sha256(),
                Attachments.removable(file));
    }

    private @Nullable String about(Attachment file, Locale language) {
        if (file.disputeId() != null) {
            return messages.getMessage("files.of.dispute", null, language);
        }
        return file.noteId() == null ? null : messages.getMessage("files.of.note", null, language);
    }

    private List<FilesView.Choice> subjects(CaseNumber number, Locale language) {
        List<FilesView.Choice> subjects = new ArrayList<>();
        subjects.add(new FilesView.Choice("", messages.getMessage("files.about.case", null, language)));
        for (Dispute dispute : disputes.of(number)) {
            subjects.add(new FilesView.Choice(
                    "dispute:" + dispute.id(),
                    messages.getMessage(
                            "files.about.dispute",
                            new Object[] {
                                formats.date(dispute.raisedOn()),
                                messages.getMessage("fact." + dispute.reason(), null, language)
                            },
                            language)));
        }
        for (Note note : notes.newest(number, NOTES)) {
            if (note.text() != null) {
                String words = note.text().replaceAll("\\s+", " ");
                subjects.add(new FilesView.Choice(
                        "note:" + note.id(),
                        messages.getMessage(
                                "files.about.note",
                                new Object[] {words.length() > WORDS ? words.substring(0, WORDS) + "…" : words},
                                language)));
            }
        }
        return subjects;
    }

    private String size(long bytes) {
        long kilobytes = Math.max(1, (bytes + KILO - 1) / KILO);
        return kilobytes < KILO
                ? formats.number(kilobytes) + " kB"
                : formats.number((kilobytes + KILO - 1) / KILO) + " MB";
    }
}
