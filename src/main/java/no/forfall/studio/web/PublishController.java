package no.forfall.studio.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import no.forfall.api.Notice;
import no.forfall.engine.Edition;
import no.forfall.engine.EditionFinding;
import no.forfall.engine.EditionRefused;
import no.forfall.identity.CurrentPerson;
import no.forfall.shared.Country;
import no.forfall.studio.Publishing;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Checks, publishes and rolls back from the designers' pages; shows the page again with what was found. */
@Controller
@RequestMapping("/studio")
class PublishController {

    private final EditionPage page;
    private final Publishing publishing;
    private final MessageSource messages;

    PublishController(EditionPage page, Publishing publishing, MessageSource messages) {
        this.page = page;
        this.publishing = publishing;
        this.messages = messages;
    }

    @ModelAttribute("zone")
    ZoneId zone() {
        return Country.NO.zone();
    }

    /** The drawing as it was sent, so that a check or a refusal loses nothing. */
    @ModelAttribute("xml")
    @Nullable
    String drawn(@RequestParam(required = false) @Nullable String xml) {
        return xml;
    }

    @ModelAttribute("note")
    @Nullable
    String typed(@RequestParam(required = false) @Nullable String note) {
        return note;
    }

    @PostMapping("/{key}/check")
    String check(@PathVariable String key, @RequestParam String xml, Model model, Locale language) {
        Edition current = publishing.newest(Edition.Kind.PROCESS, key);
        List<EditionFinding> findings = publishing.check(current, xml.getBytes(StandardCharsets.UTF_8));
        if (findings.isEmpty()) {
            model.addAttribute("notice", new Notice("kept", text("studio.check.clean", language), null));
        }
        return page.show(current, true, findings, model, language);
    }

    @PostMapping("/{key}/publish")
    String publish(
            @PathVariable String key,
            @RequestParam String xml,
            @RequestParam String note,
            Model model,
            RedirectAttributes after,
            Locale language) {
        Edition current = publishing.newest(Edition.Kind.PROCESS, key);
        byte[] content = xml.getBytes(StandardCharsets.UTF_8);
        return publish(current, () -> next(current, content, note, language), model, after, language);
    }

    @PostMapping({"/{key}/upload", "/{folder:tables|forms}/{key}/upload"})
    String upload(
            @PathVariable(required = false) @Nullable String folder,
            @PathVariable String key,
            @RequestParam MultipartFile file,
            @RequestParam String note,
            Model model,
            RedirectAttributes after,
            Locale language)
            throws IOException {
        Edition current = publishing.newest(kind(folder), key);
        byte[] content = file.getBytes();
        return publish(current, () -> next(current, content, note, language), model, after, language);
    }

    @PostMapping({"/{key}/rollback", "/{folder:tables|forms}/{key}/rollback"})
    String rollBack(
            @PathVariable(required = false) @Nullable String folder,
            @PathVariable String key,
            @RequestParam int version,
            Model model,
            RedirectAttributes after,
            Locale language) {
        Edition current = publishing.newest(kind(folder), key);
        String note = text("studio.rollback.note", language, version);
        return publish(
                current,
                () -> publishing.rollBack(current, version, CurrentPerson.name(), note),
                model,
                after,
                language);
    }

    private Edition next(Edition current, byte[] content, String note, Locale language) {
        if (note.isBlank()) {
            throw new EditionRefused(List.of(
                    new EditionFinding(null, 0, text("studio.note.missing", language), EditionFinding.Severity.ERROR)));
        }
        return publishing.publish(current, content, CurrentPerson.name(), note.strip());
    }

    private String publish(
            Edition current, Supplier<Edition> work, Model model, RedirectAttributes after, Locale language) {
        try {
            Edition done = work.get();
            String title = text("studio.published", language, done.name(), done.version());
            after.addFlashAttribute("notice", new Notice("kept", title, text("studio.published.text", language)));
            return "redirect:" + EditionPage.href(done);
        } catch (EditionRefused refused) {
            boolean drawing = model.getAttribute("xml") != null;
            return page.show(current, drawing, refused.findings(), model, language);
        }
    }

    private static Edition.Kind kind(@Nullable String folder) {
        if (folder == null) {
            return Edition.Kind.PROCESS;
        }
        return folder.equals("tables") ? Edition.Kind.DECISION : Edition.Kind.FORM;
    }

    private String text(String key, Locale language, Object... arguments) {
        return messages.getMessage(key, arguments, language);
    }
}
