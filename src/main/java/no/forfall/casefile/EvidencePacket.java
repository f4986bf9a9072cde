package no.forfall.casefile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.forfall.correspondence.Letter;
import no.forfall.correspondence.LetterVerification;
import no.forfall.correspondence.Letters;
import no.forfall.disputes.Disputes;
import no.forfall.notes.Attachment;
import no.forfall.notes.Attachments;
import no.forfall.outbox.Outbox;
import no.forfall.outbox.QueuedEffect;
import no.forfall.payments.Payments;
import no.forfall.receivables.Receivables;
import no.forfall.shared.CaseNumber;
import no.forfall.ui.Formats;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * All that proves what happened on a case, as a ZIP file for an agency, a court or the tax office: the letters byte for byte
 * with their seals, the claim line by line, payments, objections and the journal, a page that leads through them, and the
 * SHA-256 of every file. Letters that would show a protected address are told by their seals alone. Tables are CSV in UTF-8 with semicolons and English names of columns; amounts are in major units,
 * instants in UTC, dates in the creditor's country.
 */
@Service
public class EvidencePacket {

    private static final int ENTRIES = 500;

    private final CaseFiles files;
    private final Letters letters;
    private final LetterVerification verification;
    private final Outbox outbox;
    private final Receivables receivables;
    private final Payments payments;
    private final Disputes disputes;
    private final Timeline timeline;
    private final NotesOnTimeline notes;
    private final Attachments attachments;
    private final Concealment concealment;
    private final ITemplateEngine templates;
    private final Formats formats;
    private final ObjectMapper json;
    private final Clock clock;

    EvidencePacket(
            CaseFiles files,
            Letters letters,
            LetterVerification verification,
            Outbox outbox,
            Receivables receivables,
            Payments payments,
            Disputes disputes,
            Timeline timeline,
            NotesOnTimeline notes,
            Attachments attachments,
            Concealment concealment,
            ITemplateEngine templates,
            Formats formats,
            ObjectMapper json,
            Clock clock) {
        this.files = files;
        this.letters = letters;
        this.verification = verification;
        this.outbox = outbox;
        this.receivables = receivables;
        this.payments = payments;
        this.disputes = disputes;
        this.timeline = timeline;
        this.notes = notes;
        this.attachments = attachments;
        this.concealment = concealment;
        this.templates = templates;
        this.formats = formats;
        this.json = json;
        this.clock = clock;
    }

    /**
     * @param invoiceId of the case
     * @param language of the page and of the sentences of the journal
     * @throws java.util.NoSuchElementException when there is no such case
     */
    @Transactional(readOnly = true)
    public void write(CaseNumber number, long invoiceId, Locale language, OutputStream out) throws IOException {
        CaseFile file = files.of(number, language);
        try (Packet packet = new Packet(out)) {
            Concealment.Veil veil = concealment.of(number);
            List<SentLetter> sent = letters(number, veil, packet);
            claim(invoiceId, veil, packet);
            payments(number, veil, packet);
            disputes(number, veil, packet);
            journal(number, language, packet);
            attachments(number, packet);
            Context page = new Context(language);
            page.setVariable("file", file);
            page.setVariable("letters", sent);
            page.setVariable("check", verification.of(number));
            page.setVariable("madeAt", clock.instant());
            page.setVariable("zone", file.creditor().country().zone());
            page.setVariable("formats", formats);
            page.setVariable("files", packet.digests());
            packet.add("index.html", templates.process("cases/evidence", page).getBytes(StandardCharsets.UTF_8));
            packet.addDigests();
        }
    }

    /**
     * A letter as the page names it.
     *
     * @param documents whether it lies in the packet; not where it would show a protected address
     */
    public record SentLetter(Letter letter, String name, String seal, boolean documents, boolean mail, boolean text) {}

    private List<SentLetter> letters(CaseNumber number, Concealment.Veil veil, Packet packet) throws IOException {
        List<SentLetter> sent = new ArrayList<>();
        List<Object[]> rows = new ArrayList<>();
        for (Letters.Proof proof : letters.proofs(number)) {
            Letter letter = proof.letter();
            String name = "letters/%02d-%s-%s"
                    .formatted(
                            sent.size() + 1,
                            letter.dated(),
                            letter.type().name().toLowerCase(Locale.ROOT).replace('_', '-'));
            rows.add(row(name, proof, veil));
            if (veil.hides()) {
                sent.add(new SentLetter(letter, name, proof.seal(), false, false, false));
                continue;
            }
            packet.add(name + ".pdf", letters.pdf(letter.id()).orElseThrow());
            Optional<byte[]> mail = letters.mime(letter.id());
            if (mail.isPresent()) {
                packet.add(name + ".eml", mail.get());
            }
            Optional<String> words = letters.shortText(letter.id());
            if (words.isPresent()) {
                packet.add(name + ".sms.txt", words.get().getBytes(StandardCharsets.UTF_8));
            }
            Optional<byte[]> ehf = letters.ehf(letter.id());
            if (ehf.isPresent()) {
                packet.add(name + ".ehf.xml", ehf.get());
            }
            packet.add(name + ".seal.txt", proof.sealedText().getBytes(StandardCharsets.UTF_8));
            sent.add(new SentLetter(letter, name, proof.seal(), true, mail.isPresent(), words.isPresent()));
        }
        packet.table(
                "letters.csv",
                List.of(
                        "file",
                        "type",
                        "dated",
                        "deadline",
                        "channel",
                        "recipient",
                        "currency",
                        "principal",
                        "fee",
                        "interest",
                        "compensation",
                        "costs",
                        "new_fee",
                        "queued_at",
                        "sent_at",
                        "returned_at",
                        "returned_because",
                        "attempts",
                        "process",
                        "seal"),
                rows);
        return sent;
    }

    private Object[] row(String name, Letters.Proof proof, Concealment.Veil veil) {
        Letter letter = proof.letter();
        Optional<QueuedEffect> effect = outbox.find(letter.id());
        return new Object[] {
            name,
            letter.type(),
            letter.dated(),
            letter.deadline(),
            letter.channel(),
            veil.hides() ? null : letter.recipient(),
            letter.principal().getCurrencyUnit(),
            letter.principal().getAmount().toPlainString(),
            letter.fee().getAmount().toPlainString(),
            letter.interest().getAmount().toPlainString(),
            letter.compensation().getAmount().toPlainString(),
            letter.costs().getAmount().toPlainString(),
            letter.newFee().getAmount().toPlainString(),
            effect.map(QueuedEffect::queuedAt).orElse(null),
            letter.sentAt(),
            letter.returned() == null ? null : letter.returned().toldAt(),
            letter.returned() == null ? null : veil.over(letter.returned().reason()),
            effect.map(QueuedEffect::attempts).orElse(null),
            effect.map(queued -> queued.effect().origin()).orElse(null),
            proof.seal()
        };
    }

    private void claim(long invoiceId, Concealment.Veil veil, Packet packet) throws IOException {
        packet.table(
                "claim.csv",
                List.of("booked", "part", "kind", "effect", "currency", "source", "reason", "by"),
                receivables.ledger(invoiceId).stream()
                        .map(line -> new Object[] {
                            line.bookedOn(),
                            line.part(),
                            line.kind(),
                            line.effect().getAmount().toPlainString(),
                            line.effect().getCurrencyUnit(),
                            line.source(),
                            veil.over(line.reason()),
                            line.bookedBy()
                        })
                        .toList());
    }

    private void payments(CaseNumber number, Concealment.Veil veil, Packet packet) throws IOException {
        packet.table(
                "payments.csv",
                List.of(
                        "booked",
                        "amount",
                        "currency",
                        "reference",
                        "payer",
                        "account",
                        "text",
                        "state",
                        "received_at"),
                payments.of(number).stream()
                        .map(payment -> new Object[] {
                            payment.bookedOn(),
                            payment.amount().getAmount().toPlainString(),
                            payment.amount().getCurrencyUnit(),
                            payment.reference(),
                            veil.over(payment.payer()),
                            payment.account(),
                            veil.over(payment.text()),
                            payment.state(),
                            payment.receivedAt()
                        })
                        .toList());
    }

    private void disputes(CaseNumber number, Concealment.Veil veil, Packet packet) throws IOException {
        packet.table(
                "objections.csv",
                List.of("raised", "reason", "text", "state"),
                disputes.of(number).stream()
                        .map(dispute -> new Object[] {
                            dispute.raisedOn(), dispute.reason(), veil.over(dispute.text()), dispute.state()
                        })
                        .toList());
    }

    /** The files of objections, and those that somebody ticked; one at a time in memory. */
    private void attachments(CaseNumber number, Packet packet) throws IOException {
        List<Object[]> rows = new ArrayList<>();
        for (Attachment file : attachments.evidence(number)) {
            Optional<byte[]> content = attachments.content(file);
            if (content.isPresent()) {
                String name = "attachments/%02d-%s".formatted(rows.size() + 1, file.name());
                packet.add(name, content.get());
                rows.add(new Object[] {
                    name,
                    file.kind().mediaType(),
                    file.size(),
                    file.sha256(),
                    file.disputeId(),
                    file.addedBy(),
                    file.addedAt()
                });
            }
        }
        packet.table("attachments.csv", List.of("file", "type", "size", "sha256", "objection", "by", "added_at"), rows);
    }

    /** Newest first, as it is read. */
    private void journal(CaseNumber number, Locale language, Packet packet) throws IOException {
        List<Object[]> rows = new ArrayList<>();
        long before = Long.MAX_VALUE;
        List<TimelineEntry> page = timeline.of(number, before, ENTRIES, language);
        while (!page.isEmpty()) {
            for (TimelineEntry entry : notes.ticked(page)) {
                rows.add(new Object[] {
                    entry.id(), entry.at(), entry.event(), entry.who(), entry.text(), entry.detail(), facts(entry)
                });
            }
            before = page.get(page.size() - 1).id();
            page = timeline.of(number, before, ENTRIES, language);
        }
        packet.table("journal.csv", List.of("id", "at", "event", "who", "says", "more", "facts"), rows);
    }

    private String facts(TimelineEntry entry) {
        try {
            return json.writeValueAsString(entry.facts());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
