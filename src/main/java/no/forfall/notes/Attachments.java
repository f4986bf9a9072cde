package no.forfall.notes;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import no.forfall.api.Invalid;
import no.forfall.cases.Cases;
import no.forfall.disputes.Disputes;
import no.forfall.identity.CurrentPerson;
import no.forfall.identity.Role;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.Sha256;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Files on cases, open or closed. What a file is its content says, and neither its name nor whoever sent it. */
@Service
@Transactional
public class Attachments {

    /** How many files can be added in one go, so that no more than so many are held in memory. */
    public static final int AT_ONCE = 5;

    private static final int LONGEST_REASON = 500;

    private final AttachmentTable table;
    private final NoteTable notes;
    private final Disputes disputes;
    private final Cases cases;
    private final AttachmentSettings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Attachments(
            AttachmentTable table,
            NoteTable notes,
            Disputes disputes,
            Cases cases,
            AttachmentSettings settings,
            ApplicationEventPublisher events,
            Clock clock) {
        this.table = table;
        this.notes = notes;
        this.disputes = disputes;
        this.cases = cases;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    /** A file as it was sent. */
    public record Sent(@Nullable String name, byte[] content) {}

    /**
     * What files belong to.
     *
     * @param noteId null when to no note
     * @param disputeId null when to no objection; with neither they belong to the case alone
     */
    public record Subject(@Nullable Long noteId, @Nullable UUID disputeId) {

        /** The case itself. */
        public static final Subject CASE = new Subject(null, null);
    }

    /**
     * Refuses a file of this size before anyone reads it.
     *
     * @throws Invalid when it is larger than files may be, or empty
     */
    public void checkSize(@Nullable String name, long size) {
        if (size > settings.largest().toBytes()) {
            throw new Invalid(
                    "files",
                    "files.large",
                    FileName.clean(name),
                    settings.largest().toMegabytes());
        }
        if (size == 0) {
            throw new Invalid("files", "files.empty", FileName.clean(name));
        }
    }

    /**
     * Puts files on a case, all or none of them.
     *
     * @return where something looks at files, they wait for it; see {@link AttachmentScans}
     * @throws NoSuchElementException when there is no such case, or it has no such note or objection
     * @throws Invalid when one is too large, empty, of another kind, or on the case already, or when they are too many
     */
    public List<Attachment> add(CaseNumber number, Subject subject, List<Sent> files) {
        cases.lock(number);
        check(number, subject);
        List<Attachment> there = table.of(number);
        if (files.isEmpty()) {
            throw new Invalid("files", "files.none");
        }
        if (files.size() > AT_ONCE) {
            throw new Invalid("files", "files.atOnce", AT_ONCE);
        }
        if (there.size() + files.size() > settings.most()) {
            throw new Invalid("files", "files.most", settings.most(), there.size());
        }
        Map<String, String> known = new HashMap<>();
        there.stream()
                .filter(file -> file.scan() != Attachment.Scan.REFUSED)
                .forEach(file -> known.put(file.sha256(), file.name()));
        List<Attachment> added = new ArrayList<>();
        for (Sent sent : files) {
            Attachment file = file(number, subject, sent);
            String before = known.put(file.sha256(), file.name());
            if (before != null) {
                throw new Invalid("files", "files.twice", FileName.clean(sent.name()), before);
            }
            table.insert(file, sent.content());
            events.publishEvent(new AttachmentAdded(number, file.name(), file.id(), file.sha256()));
            added.add(file);
        }
        return added;
    }

    private Attachment file(CaseNumber number, Subject subject, Sent sent) {
        checkSize(sent.name(), sent.content().length);
        String name = FileName.clean(sent.name());
        FileKind kind = FileKind.of(sent.content()).orElseThrow(() -> new Invalid("files", "files.kind", name));
        return new Attachment(
                UUID.randomUUID(),
                number,
                subject.noteId(),
                subject.disputeId(),
                FileName.fitting(name, kind),
                kind,
                sent.content().length,
                Sha256.hex(sent.content()),
                settings.scans() ? Attachment.Scan.WAITING : Attachment.Scan.NOT_SCANNED,
                false,
                CurrentPerson.name(),
                clock.instant());
    }

    private void check(CaseNumber number, Subject subject) {
        if (subject.noteId() != null) {
            Note note = notes.lock(number, subject.noteId())
                    .orElseThrow(() -> new NoSuchElementException("Case " + number + " has no such note"));
            if (note.erasedAt() != null) {
                throw new Invalid("about", "notes.erased.before");
            }
        }
        if (subject.disputeId() != null
                && disputes.of(number).stream().noneMatch(each -> each.id().equals(subject.disputeId()))) {
            throw new NoSuchElementException("Case " + number + " has no such objection");
        }
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<Attachment> of(CaseNumber number) {
        return table.of(number);
    }

    /** What belongs into the evidence of a case: files of objections, and those that somebody ticked; the oldest first. */
    @Transactional(readOnly = true)
    public List<Attachment> evidence(CaseNumber number) {
        List<Attachment> files = new ArrayList<>(table.of(number).stream()
                .filter(file -> file.canBeFetched() && (file.inEvidence() || file.disputeId() != null))
                .toList());
        java.util.Collections.reverse(files);
        return files;
    }

    /** The content of a file that can be fetched; empty while it waits to be looked at, or when it was found harmful. */
    @Transactional(readOnly = true)
    public Optional<byte[]> content(Attachment file) {
        return file.canBeFetched() ? table.content(file.id()) : Optional.empty();
    }

    /** @throws NoSuchElementException when the case has no such file */
    @Transactional(readOnly = true)
    public Attachment get(CaseNumber number, UUID id) {
        return table.find(id)
                .filter(file -> file.caseNumber().equals(number))
                .orElseThrow(() -> new NoSuchElementException("Case " + number + " has no file " + id));
    }

    /** Says whether a file is part of the evidence. */
    public void tick(CaseNumber number, UUID id, boolean inEvidence) {
        table.tick(get(number, id).id(), inEvidence);
    }

    /** Whether the person signed in may take it off the case: whoever put it there, and a manager. */
    static boolean removable(Attachment file) {
        return file.addedBy().equals(CurrentPerson.name()) || CurrentPerson.has(Role.MANAGER, Role.ADMIN);
    }

    /**
     * Takes a file off its case; its content is gone.
     *
     * @throws NoSuchElementException when the case has no such file
     * @throws AccessDeniedException when the person signed in neither put it there nor is a manager
     * @throws Invalid when there is no reason, or it is too long
     */
    public void remove(CaseNumber number, UUID id, @Nullable String reason) {
        Attachment file = get(number, id);
        if (!removable(file)) {
            throw new AccessDeniedException("Only whoever added a file or a manager removes it");
        }
        if (reason == null || reason.isBlank() || reason.strip().length() > LONGEST_REASON) {
            throw new Invalid("reason", "files.reason.required");
        }
        table.delete(id);
        events.publishEvent(new AttachmentRemoved(number, file.name(), reason.strip()));
    }
}
