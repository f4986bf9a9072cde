package no.forfall.studio.web;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import no.forfall.api.Notice;
import no.forfall.cases.Cases;
import no.forfall.cases.CollectionCase;
import no.forfall.correspondence.LetterText;
import no.forfall.correspondence.LetterTexts;
import no.forfall.correspondence.LetterType;
import no.forfall.engine.ActivityBarred;
import no.forfall.identity.CurrentPerson;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.Country;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The texts of a letter in its three languages side by side, with what they look like on a case. */
@Controller
@RequestMapping("/studio/letters/{letter}")
class LettersPage {

    private static final String PAGE = "studio/letter";
    private static final int LONGEST_NOTE = 500;

    private final LetterTexts texts;
    private final Cases cases;
    private final MessageSource messages;

    LettersPage(LetterTexts texts, Cases cases, MessageSource messages) {
        this.texts = texts;
        this.cases = cases;
        this.messages = messages;
    }

    /**
     * A text as it is written now.
     *
     * @param version 0 for the house's own
     */
    record Side(
            String language,
            String source,
            int version,
            List<Said> findings,
            @Nullable String html,
            @Nullable String barred) {}

    record Said(String reason, boolean overridable) {}

    record Version(
            String language,
            int version,
            String author,
            Instant at,
            String note,
            String state,
            List<String> findings,
            @Nullable String decidedBy,
            boolean mine) {}

    @ModelAttribute("zone")
    ZoneId zone() {
        return Country.NO.zone();
    }

    static String href(LetterType type) {
        return "/studio/letters/" + type.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @param local whether a text that was written here is in force in any language */
    record Tile(String type, String href, boolean local) {}

    static List<Tile> tiles(LetterTexts texts) {
        return Arrays.stream(LetterType.values())
                .map(type -> new Tile(
                        type.name(),
                        href(type),
                        texts.languages().stream()
                                .anyMatch(each -> texts.inForce(type, each).written() != null)))
                .toList();
    }

    private static LetterType type(String letter) {
        return Arrays.stream(LetterType.values())
                .filter(type -> href(type).endsWith("/" + letter))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @GetMapping
    String page(
            @PathVariable String letter,
            @RequestParam(name = "case", required = false) @Nullable String caseNumber,
            Model model,
            Locale language) {
        return show(type(letter), Map.of(), caseNumber, model, language);
    }

    /** What was typed, looked at and shown; nothing is kept. */
    @PostMapping("/preview")
    String preview(
            @PathVariable String letter,
            @RequestParam Map<String, String> typed,
            @RequestParam(name = "case", required = false) @Nullable String caseNumber,
            Model model,
            Locale language) {
        return show(type(letter), typed, caseNumber, model, language);
    }

    @PostMapping("/publish")
    String publish(
            @PathVariable String letter,
            @RequestParam Map<String, String> typed,
            @RequestParam(name = "publish") String which,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "false") boolean second,
            @RequestParam(name = "case", required = false) @Nullable String caseNumber,
            Model model,
            RedirectAttributes after,
            Locale language) {
        LetterType type = type(letter);
        model.addAttribute("note", note);
        if (note.isBlank() || note.length() > LONGEST_NOTE) {
            model.addAttribute("wrong", text("studio.note.missing", language));
            return show(type, typed, caseNumber, model, language);
        }
        try {
            LetterText done = texts.publish(
                    type, which, typed.getOrDefault("text." + which, ""), note.strip(), CurrentPerson.name(), second);
            boolean waits = done.state() == LetterText.State.WAITING;
            return done(
                    after,
                    type,
                    caseNumber,
                    waits ? "risk" : "kept",
                    waits ? "studio.letter.waits" : "studio.letter.published",
                    language);
        } catch (LetterTexts.Refused refused) {
            model.addAttribute("wrong", text("studio.letter.refused", language, languageName(which, language)));
            return show(type, typed, caseNumber, model, language);
        }
    }

    @PostMapping("/house")
    String backToTheHouse(
            @PathVariable String letter,
            @RequestParam("language") String which,
            RedirectAttributes after,
            Locale language) {
        LetterType type = type(letter);
        texts.backToTheHouse(type, which, text("studio.letter.house.note", language), CurrentPerson.name());
        return done(after, type, null, "kept", "studio.letter.published", language);
    }

    @PostMapping("/decide")
    String decide(
            @PathVariable String letter,
            @RequestParam("language") String which,
            @RequestParam int version,
            @RequestParam boolean pass,
            RedirectAttributes after,
            Locale language) {
        LetterType type = type(letter);
        try {
            texts.decide(type, which, version, pass, CurrentPerson.name());
        } catch (LetterTexts.SecondPersonNeeded own) {
            return done(after, type, null, "breach", "studio.letter.second", language);
        }
        return done(after, type, null, "kept", pass ? "studio.letter.published" : "studio.letter.turnedDown", language);
    }

    private String done(
            RedirectAttributes after,
            LetterType type,
            @Nullable String caseNumber,
            String tone,
            String key,
            Locale language) {
        after.addFlashAttribute("notice", new Notice(tone, text(key, language), text(key + ".text", language)));
        return "redirect:" + href(type) + (caseNumber == null || caseNumber.isBlank() ? "" : "?case=" + caseNumber);
    }

    private String show(
            LetterType type, Map<String, String> typed, @Nullable String caseNumber, Model model, Locale language) {
        CaseNumber shown = shown(caseNumber);
        List<Side> sides = texts.languages().stream()
                .map(each -> side(type, each, typed.get("text." + each), shown, language))
                .toList();
        model.addAttribute("letter", type);
        model.addAttribute("href", href(type));
        model.addAttribute("sides", sides);
        model.addAttribute("case", shown == null ? caseNumber : shown.value());
        model.addAttribute("noCase", shown == null);
        model.addAttribute("mayPublish", EditionPage.mayPublish());
        model.addAttribute("versions", versions(type, language));
        return PAGE;
    }

    private Side side(
            LetterType type, String each, @Nullable String typed, @Nullable CaseNumber shown, Locale language) {
        LetterTexts.InForce inForce = texts.inForce(type, each);
        String source = typed == null ? inForce.source() : typed;
        List<LetterTexts.Finding> findings = texts.check(type, source);
        String html = null;
        String barred = null;
        if (shown != null && findings.stream().allMatch(LetterTexts.Finding::overridable)) {
            try {
                html = texts.preview(type, each, source, shown);
            } catch (ActivityBarred cannot) {
                barred = cannot.why().in(language);
            }
        }
        LetterText written = inForce.written();
        return new Side(
                each,
                source,
                written == null ? 0 : written.version(),
                findings.stream()
                        .map(finding -> new Said(finding.reason().in(language), finding.overridable()))
                        .toList(),
                html,
                barred);
    }

    /** The case that is asked for, else the newest; null when there is none. */
    private @Nullable CaseNumber shown(@Nullable String caseNumber) {
        try {
            return caseNumber == null || caseNumber.isBlank()
                    ? cases.newest().map(CollectionCase::number).orElse(null)
                    : cases.get(new CaseNumber(caseNumber.strip())).number();
        } catch (IllegalArgumentException | NoSuchElementException unknown) {
            return null;
        }
    }

    private List<Version> versions(LetterType type, Locale language) {
        List<Version> versions = new ArrayList<>();
        for (String each : texts.languages()) {
            versions.addAll(texts.history(type, each).stream()
                    .map(text -> new Version(
                            each,
                            text.version(),
                            text.author(),
                            text.at(),
                            text.note(),
                            text.state().name(),
                            refusedWords(text, language),
                            text.decidedBy(),
                            text.author().equals(CurrentPerson.name())))
                    .toList());
        }
        return versions;
    }

    private List<String> refusedWords(LetterText text, Locale language) {
        return text.state() != LetterText.State.WAITING
                ? List.of()
                : texts.check(text.type(), text.source()).stream()
                        .map(finding -> finding.reason().in(language))
                        .toList();
    }

    private String languageName(String which, Locale language) {
        return text("studio.letter.language." + which, language);
    }

    private String text(String key, Locale language, Object... arguments) {
        return messages.getMessage(key, arguments, language);
    }
}
