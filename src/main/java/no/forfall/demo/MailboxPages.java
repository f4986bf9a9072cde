package no.forfall.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import no.forfall.correspondence.Channel;
import no.forfall.correspondence.Letter;
import no.forfall.correspondence.Letters;
import no.forfall.correspondence.Mailbox;
import no.forfall.correspondence.MailboxMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The post of all debtors of the demo, as they would see it. */
@Controller
@Profile("demo")
class MailboxPages {

    private static final ZoneId ZONE = ZoneId.of("Europe/Oslo");
    private static final int SHOWN = 100;

    private final Mailbox mailbox;
    private final Letters letters;

    MailboxPages(Mailbox mailbox, Letters letters) {
        this.mailbox = mailbox;
        this.letters = letters;
    }

    record Row(String id, String href, String to, String subject, LocalDate on, boolean here, boolean text) {}

    record Attachment(String name, String href, String size) {}

    record Mail(
            String to,
            String from,
            String subject,
            Instant at,
            @Nullable String html,
            String text,
            @Nullable String caseHref,
            @Nullable String caseNumber,
            List<Attachment> attachments) {}

    @GetMapping("/demo/mailbox")
    String newest(Model model) {
        return show(mailbox.page(0, 1).stream().findFirst().map(MailboxMessage::letterId), model);
    }

    @GetMapping("/demo/mailbox/{id}")
    String one(@PathVariable UUID id, Model model) {
        return show(Optional.of(id), model);
    }

    private String show(Optional<UUID> shown, Model model) {
        model.addAttribute(
                "mails",
                mailbox.page(0, SHOWN).stream().map(each -> row(each, shown)).toList());
        model.addAttribute("mail", shown.map(this::mail).orElse(null));
        model.addAttribute("zone", ZONE);
        return "demo/mailbox";
    }

    private static Row row(MailboxMessage message, Optional<UUID> shown) {
        return new Row(
                message.letterId().toString(),
                "/demo/mailbox/" + message.letterId(),
                message.recipient(),
                message.subject(),
                LocalDate.ofInstant(message.takenAt(), ZONE),
                shown.filter(message.letterId()::equals).isPresent(),
                message.channel() == Channel.SMS);
    }

    private Mail mail(UUID id) {
        MailboxMessage message =
                mailbox.find(id).orElseThrow(() -> new NoSuchElementException("There is no message " + id));
        String number =
                letters.find(id).map(Letter::caseNumber).map(Object::toString).orElse(null);
        List<Attachment> attached = mailbox.pdf(id)
                .map(pdf -> List.of(new Attachment("letter.pdf", "/letters/" + id + ".pdf", pdf.length / 1024 + " kB")))
                .orElse(List.of());
        return new Mail(
                message.recipient(),
                message.sender(),
                message.subject(),
                message.takenAt(),
                mailbox.html(id).orElse(null),
                mailbox.text(id).orElse(""),
                number == null ? null : "/cases/" + number,
                number,
                attached);
    }
}
