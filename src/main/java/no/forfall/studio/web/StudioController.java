package no.forfall.studio.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import no.forfall.engine.Edition;
import no.forfall.engine.EditionFinding;
import no.forfall.engine.EditionRefused;
import no.forfall.identity.CurrentPerson;
import no.forfall.identity.Role;
import no.forfall.shared.Country;
import no.forfall.studio.Publishing;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The designers' pages: everything that is published, and each process, table and form with its versions. */
@Controller
@RequestMapping("/studio")
class StudioController {

    private final StudioPage page;
    private final Publishing publishing;
    private final MessageSource messages;
    private final ObjectMapper json;

    StudioController(StudioPage page, Publishing publishing, MessageSource messages, ObjectMapper json) {
        this.page = page;
        this.publishing = publishing;
        this.messages = messages;
        this.json = json;
    }

    @ModelAttribute("zone")
    ZoneId zone() {
        return Country.NO.zone();
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("processes", page.newest(Edition.Kind.PROCESS));
        model.addAttribute("tables", page.newest(Edition.Kind.DECISION));
        model.addAttribute("forms", page.newest(Edition.Kind.FORM));
        return "studio/list";
    }

    @GetMapping({"/{key}", "/{folder:tables|forms}/{key}"})
    String show(
            @PathVariable(required = false) @Nullable String folder,
            @PathVariable String key,
            @RequestParam(defaultValue = "false") boolean edit,
            Model model,
            Locale language) {
        return show(current(folder, key), edit && mayPublish(), List.of(), null, model, language);
    }

    @PostMapping("/{key}/check")
    String check(
            @PathVariable String key,
            @RequestParam String xml,
            @RequestParam(required = false) @Nullable String note,
            Model model,
            Locale language) {
        Edition current = current(null, key);
        return shown(
                current, xml, note, publishing.check(current, xml.getBytes(StandardCharsets.UTF_8)), model, language);
    }

    @PostMapping("/{key}/publish")
    String publish(
            @PathVariable String key,
            @RequestParam String xml,
            @RequestParam String note,
            Model model,
            RedirectAttributes after,
            Locale language) {
        Edition current = current(null, key);
        byte[] content = xml.getBytes(StandardCharsets.UTF_8);
        if (note.isBlank()) {
            return shown(current, xml, note, List.of(noteMissing(language)), model, language);
        }
        try {
            return published(publishing.publish(current, content, CurrentPerson.name(), note.strip()), after, language);
        } catch (EditionRefused refused) {
            return shown(current, xml, note, refused.findings(), model, language);
        }
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
        Edition current = current(folder, key);
        try {
            if (note.isBlank()) {
                throw new EditionRefused(List.of(noteMissing(language)));
            }
            return published(
                    publishing.publish(current, file.getBytes(), CurrentPerson.name(), note.strip()), after, language);
        } catch (EditionRefused refused) {
            return show(current, false, refused.findings(), note, model, language);
        }
    }

    @PostMapping({"/{key}/rollback", "/{folder:tables|forms}/{key}/rollback"})
    String rollBack(
            @PathVariable(required = false) @Nullable String folder,
            @PathVariable String key,
            @RequestParam int version,
            Model model,
            RedirectAttributes after,
            Locale language) {
        Edition current = current(folder, key);
        String note = messages.getMessage("studio.rollback.note", new Object[] {version}, language);
        try {
            return published(publishing.rollBack(current, version, CurrentPerson.name(), note), after, language);
        } catch (EditionRefused refused) {
            return show(current, false, refused.findings(), null, model, language);
        }
    }

    private Edition current(@Nullable String folder, String key) {
        Edition.Kind kind = folder == null
                ? Edition.Kind.PROCESS
                : folder.equals("tables") ? Edition.Kind.DECISION : Edition.Kind.FORM;
        return publishing.newest(kind, key);
    }

    private static boolean mayPublish() {
        return CurrentPerson.has(Role.DESIGNER, Role.ADMIN);
    }

    private String published(Edition edition, RedirectAttributes after, Locale language) {
        Object[] what = {edition.name(), edition.version()};
        after.addFlashAttribute(
                "notice",
                new Notice(
                        "kept",
                        messages.getMessage("studio.published", what, language),
                        messages.getMessage("studio.published.text", null, language)));
        return "redirect:" + StudioPage.href(edition);
    }

    private EditionFinding noteMissing(Locale language) {
        return new EditionFinding(
                null, 0, messages.getMessage("studio.note.missing", null, language), EditionFinding.Severity.ERROR);
    }

    /** The drawing board again, with the drawing that was sent and what was found in it. */
    private String shown(
            Edition current,
            String xml,
            @Nullable String note,
            List<EditionFinding> findings,
            Model model,
            Locale language) {
        String view = show(current, true, findings, note, model, language);
        model.addAttribute("xml", xml);
        if (findings.isEmpty()) {
            model.addAttribute(
                    "notice", new Notice("kept", messages.getMessage("studio.check.clean", null, language), null));
        }
        return view;
    }

    private String show(
            Edition current,
            boolean edit,
            List<EditionFinding> found,
            @Nullable String note,
            Model model,
            Locale language) {
        List<StudioPage.Finding> findings = page.findings(current, found, language);
        List<StudioPage.Version> versions = page.versions(current);
        model.addAttribute(
                "process",
                new Shown(
                        current.key(),
                        current.name(),
                        null,
                        StudioPage.href(current),
                        current.file(),
                        !current.house(),
                        current.version(),
                        versions.stream().mapToLong(StudioPage.Version::running).sum(),
                        mayPublish()));
        model.addAttribute("edit", edit);
        model.addAttribute("src", StudioPage.download(current));
        model.addAttribute("templates", "/studio/element-templates.json");
        model.addAttribute("marks", "{}");
        model.addAttribute("findings", findings);
        model.addAttribute("findingsJson", text(findings));
        model.addAttribute("note", note);
        model.addAttribute("versions", versions);
        model.addAttribute("table", null);
        model.addAttribute("kind", current.kind().name());
        return current.kind() == Edition.Kind.PROCESS ? "studio/process" : "studio/file";
    }

    /** What the last action did. */
    record Notice(String tone, String title, @Nullable String text) {}

    record Shown(
            String key,
            String name,
            @Nullable String description,
            String href,
            String file,
            boolean local,
            int version,
            long running,
            boolean mayPublish) {}

    private String text(List<StudioPage.Finding> findings) {
        try {
            return json.writeValueAsString(findings);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
