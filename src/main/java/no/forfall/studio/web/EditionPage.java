package no.forfall.studio.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.forfall.engine.Edition;
import no.forfall.engine.EditionFinding;
import no.forfall.engine.Editions;
import no.forfall.identity.CurrentPerson;
import no.forfall.identity.Role;
import no.forfall.ui.HouseWords;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The page of one process, table or form with its versions. */
@Component
class EditionPage {

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

    record Version(
            int version,
            boolean local,
            @Nullable String author,
            Instant publishedAt,
            String note,
            long running,
            boolean current,
            String download) {}

    record Finding(@Nullable String element, @Nullable String name, int line, String message, String severity) {}

    private final Editions editions;
    private final HouseWords words;
    private final ObjectMapper json;

    EditionPage(Editions editions, HouseWords words, ObjectMapper json) {
        this.editions = editions;
        this.words = words;
        this.json = json;
    }

    static String href(Edition edition) {
        return switch (edition.kind()) {
            case PROCESS -> "/studio/" + edition.key();
            case DECISION -> "/studio/tables/" + edition.key();
            case FORM -> "/studio/forms/" + edition.key();
        };
    }

    private static String download(Edition edition) {
        return "/studio/editions/" + edition.id() + "/file";
    }

    static boolean mayPublish() {
        return CurrentPerson.has(Role.DESIGNER, Role.ADMIN);
    }

    /**
     * Fills the model and names the template.
     *
     * @param edit whether a process is drawn instead of read
     */
    String show(Edition current, boolean edit, List<EditionFinding> found, Model model, Locale language) {
        List<Finding> findings = found.stream()
                .map(finding -> finding(current, finding, language))
                .toList();
        List<Version> versions = versions(current);
        model.addAttribute(
                "process",
                new Shown(
                        current.key(),
                        words.in(editions.title(current, language), language),
                        null,
                        href(current),
                        current.file(),
                        !current.house(),
                        current.version(),
                        versions.stream().mapToLong(Version::running).sum(),
                        mayPublish()));
        model.addAttribute("kind", current.kind().name());
        model.addAttribute("edit", edit);
        model.addAttribute("src", download(current));
        model.addAttribute("templates", "/studio/element-templates.json");
        model.addAttribute("marks", "{}");
        model.addAttribute("findings", findings);
        model.addAttribute("findingsJson", text(findings));
        model.addAttribute("versions", versions);
        return current.kind() == Edition.Kind.PROCESS ? "studio/process" : "studio/file";
    }

    private List<Version> versions(Edition newest) {
        Map<String, Long> running = editions.running();
        return editions.history(newest.kind(), newest.key()).stream()
                .map(edition -> new Version(
                        edition.version(),
                        !edition.house(),
                        edition.author(),
                        edition.at(),
                        edition.note(),
                        running.getOrDefault(edition.id(), 0L),
                        edition.id().equals(newest.id()),
                        download(edition)))
                .toList();
    }

    /** With the name that the element has in the newest edition. */
    private Finding finding(Edition newest, EditionFinding finding, Locale language) {
        String name = finding.element() == null || newest.kind() != Edition.Kind.PROCESS
                ? null
                : editions.elementName(newest.key(), finding.element(), language);
        return new Finding(
                finding.element(),
                name,
                finding.line(),
                finding.message(),
                finding.severity().name().toLowerCase(Locale.ROOT));
    }

    private String text(List<Finding> findings) {
        try {
            return json.writeValueAsString(findings);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
