package no.forfall.casefile.web;

import java.security.Principal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.UUID;
import no.forfall.api.Collisions;
import no.forfall.api.Invalid;
import no.forfall.api.Notice;
import no.forfall.casefile.ActsScreen;
import no.forfall.casefile.CaseScreen;
import no.forfall.casefile.Exemptions;
import no.forfall.casefile.Happening;
import no.forfall.casefile.Holds;
import no.forfall.cases.Cases;
import no.forfall.cases.DebtorEvents;
import no.forfall.correspondence.Letter;
import no.forfall.correspondence.LetterReturn;
import no.forfall.correspondence.LetterType;
import no.forfall.correspondence.Letters;
import no.forfall.correspondence.LettersByHand;
import no.forfall.correspondence.ReturnedLetters;
import no.forfall.engine.ActivityBarred;
import no.forfall.engine.Editions;
import no.forfall.notes.Mentions;
import no.forfall.receivables.DebtorStanding;
import no.forfall.shared.CaseNumber;
import no.forfall.ui.Formats;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of one case, and what can be done there. */
@Controller
@RequestMapping("/cases/{number}")
class CasePage {

    private static final int ENTRIES = 100;
    private static final int LONGEST_RETURN = 500;

    private final CaseScreen screen;
    private final ActsScreen acts;
    private final Holds holds;
    private final Exemptions exemptions;
    private final DebtorEvents events;
    private final Cases cases;
    private final Editions editions;
    private final ReturnedLetters returned;
    private final LettersByHand byHand;
    private final Letters letters;
    private final Mentions mentions;
    private final MessageSource messages;
    private final Formats formats;

    CasePage(
            CaseScreen screen,
            ActsScreen acts,
            Holds holds,
            Exemptions exemptions,
            DebtorEvents events,
            Cases cases,
            Editions editions,
            ReturnedLetters returned,
            LettersByHand byHand,
            Letters letters,
            Mentions mentions,
            MessageSource messages,
            Formats formats) {
        this.screen = screen;
        this.acts = acts;
        this.holds = holds;
        this.exemptions = exemptions;
        this.events = events;
        this.cases = cases;
        this.editions = editions;
        this.returned = returned;
        this.byHand = byHand;
        this.letters = letters;
        this.mentions = mentions;
        this.messages = messages;
        this.formats = formats;
    }

    @GetMapping
    String one(@PathVariable CaseNumber number, Principal person, Model model, Locale language) {
        mentions.opened(number, person.getName());
        screen.show(number, model, ENTRIES, language);
        model.addAttribute("today", cases.today(number));
        model.addAttribute("latestHold", holds.latest(number));
        model.addAttribute("earliestHold", holds.earliest(number));
        DebtorEvents.Standing standing = events.standing(number);
        model.addAttribute("standing", standing);
        model.addAttribute("standingText", text(standing, language));
        model.addAttribute(
                "happenings",
                Arrays.stream(Happening.values())
                        .map(each -> new ActsScreen.Choice(
                                each.name(), messages.getMessage("cases.happened." + each, null, language)))
                        .toList());
        model.addAttribute("latestExemption", exemptions.latest(number));
        model.addAttribute("exemptionAsked", exemptions.isAsked(number));
        model.addAttribute(
                "holdReasons",
                Holds.REASONS.stream()
                        .map(key -> new ActsScreen.Choice(key, messages.getMessage("reason." + key, null, language)))
                        .toList());
        model.addAttribute("disputeReasons", acts.disputeReasons(number, language));
        return "cases/case";
    }

    private @Nullable String text(DebtorEvents.Standing standing, Locale language) {
        return standing.standing() == DebtorStanding.NORMAL
                ? null
                : messages.getMessage(
                        "cases.standing." + standing.standing() + (standing.fileBy() == null ? "" : ".by"),
                        new Object[] {formats.date(standing.since()), formats.date(standing.fileBy())},
                        language);
    }

    @GetMapping(path = "/diagram/{definition}", produces = MediaType.APPLICATION_XML_VALUE)
    @ResponseBody
    byte[] diagram(@PathVariable CaseNumber number, @PathVariable String definition) {
        return editions.source(definition)
                .orElseThrow(() -> new NoSuchElementException("There is no diagram " + definition));
    }

    @PostMapping("/hold")
    String hold(
            @PathVariable CaseNumber number,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(required = false) @Nullable LocalDate beginsOn,
            @RequestParam(required = false) @Nullable LocalDate until) {
        holds.hold(number, reason, beginsOn, until);
        return "redirect:/cases/" + number;
    }

    @PostMapping("/exemption")
    String exempt(
            @PathVariable CaseNumber number,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(required = false) @Nullable LocalDate until,
            RedirectAttributes flash,
            Locale language) {
        if (!exemptions.ask(number, reason, until)) {
            flash.addFlashAttribute(
                    "notice", new Notice("info", messages.getMessage("cases.exemption.asked", null, language), null));
        }
        return "redirect:/cases/" + number;
    }

    @PostMapping("/resume")
    String resume(@PathVariable CaseNumber number) {
        holds.resume(number);
        return "redirect:/cases/" + number;
    }

    @PostMapping("/letters")
    String send(
            @PathVariable CaseNumber number,
            @RequestParam LetterType letter,
            RedirectAttributes flash,
            Locale language) {
        try {
            byHand.send(number, letter);
            flash.addFlashAttribute(
                    "notice", new Notice("kept", messages.getMessage("cases.letters.sent", null, language), null));
        } catch (ActivityBarred nothing) {
            flash.addFlashAttribute("notice", new Notice("risk", nothing.why().in(language), null));
        }
        return "redirect:/cases/" + number;
    }

    @PostMapping("/letters/{id}/returned")
    String returned(
            @PathVariable CaseNumber number,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            Principal person,
            RedirectAttributes flash,
            Locale language) {
        String because = reason.strip();
        if (because.isEmpty() || because.length() > LONGEST_RETURN) {
            throw new Invalid("reason", "returned.reason.required");
        }
        Letter letter = letters.find(id)
                .filter(found -> found.caseNumber().equals(number))
                .orElseThrow(() -> new NoSuchElementException("Case " + number + " has no letter " + id));
        if (!Collisions.retried(
                () -> returned.tell(id, LetterReturn.Way.of(letter.channel()), because, person.getName()))) {
            flash.addFlashAttribute(
                    "notice", new Notice("info", messages.getMessage("cases.returned.before", null, language), null));
        }
        return "redirect:/cases/" + number;
    }
}
