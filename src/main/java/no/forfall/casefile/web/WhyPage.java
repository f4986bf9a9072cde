package no.forfall.casefile.web;

import java.security.Principal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import no.forfall.casefile.ActsScreen;
import no.forfall.casefile.Agreements;
import no.forfall.casefile.CaseFile;
import no.forfall.casefile.CaseFiles;
import no.forfall.casefile.SegmentScreen;
import no.forfall.casefile.WhyScreen;
import no.forfall.cases.Cases;
import no.forfall.identity.CurrentPerson;
import no.forfall.identity.Role;
import no.forfall.policy.OverrideKind;
import no.forfall.policy.Segment;
import no.forfall.shared.CaseNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Why this step, why today, why this amount; and what a manager agreed beside the tables. */
@Controller
@RequestMapping("/cases/{number}/why")
class WhyPage {

    private final WhyScreen screen;
    private final SegmentScreen segments;
    private final CaseFiles files;
    private final Agreements agreements;
    private final Cases cases;
    private final MessageSource messages;

    WhyPage(
            WhyScreen screen,
            SegmentScreen segments,
            CaseFiles files,
            Agreements agreements,
            Cases cases,
            MessageSource messages) {
        this.screen = screen;
        this.segments = segments;
        this.files = files;
        this.agreements = agreements;
        this.cases = cases;
        this.messages = messages;
    }

    @GetMapping
    String why(@PathVariable CaseNumber number, Model model, Locale language) {
        LocalDate today = cases.today(number);
        CaseFile file = files.of(number, language);
        model.addAttribute("number", number.value());
        model.addAttribute("debtor", file.debtor().name());
        model.addAttribute("zone", file.creditor().country().zone());
        model.addAttribute("why", screen.of(number, cases.get(number).invoiceId(), today, language));
        model.addAttribute("pays", segments.of(cases.get(number).invoiceId(), today, language));
        model.addAttribute(
                "segments",
                Arrays.stream(Segment.values())
                        .map(segment -> new ActsScreen.Choice(segment.name(), segments.name(segment, language)))
                        .toList());
        model.addAttribute("mayAgree", CurrentPerson.has(Role.MANAGER));
        model.addAttribute("today", today);
        model.addAttribute("latestEnd", agreements.latestEnd(number));
        model.addAttribute(
                "kinds",
                OverrideKind.agreeable().stream()
                        .map(kind ->
                                new ActsScreen.Choice(kind.name(), messages.getMessage("fact." + kind, null, language)))
                        .toList());
        return "cases/why";
    }

    @PostMapping("/overrides")
    String agree(
            @PathVariable CaseNumber number,
            @RequestParam OverrideKind kind,
            @RequestParam(defaultValue = "false") boolean wholeCustomer,
            @RequestParam(required = false) @Nullable Integer days,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(required = false) @Nullable LocalDate endsOn,
            Principal person) {
        onlyManagers();
        agreements.make(number, kind, wholeCustomer, days, reason, endsOn, person.getName());
        return "redirect:/cases/" + number + "/why";
    }

    @PostMapping("/segment")
    String correct(
            @PathVariable CaseNumber number,
            @RequestParam(required = false) @Nullable Segment segment,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(required = false) @Nullable LocalDate endsOn,
            Principal person) {
        agreements.correct(number, segment, reason, endsOn, person.getName());
        return "redirect:/cases/" + number + "/why";
    }

    @PostMapping("/segment/end")
    String endCorrection(@PathVariable CaseNumber number, Principal person) {
        agreements.endCorrection(number, person.getName());
        return "redirect:/cases/" + number + "/why";
    }

    @PostMapping("/overrides/{id}/end")
    String end(@PathVariable CaseNumber number, @PathVariable UUID id, Principal person) {
        onlyManagers();
        agreements.end(number, id, person.getName());
        return "redirect:/cases/" + number + "/why";
    }

    private static void onlyManagers() {
        if (!CurrentPerson.has(Role.MANAGER)) {
            throw new AccessDeniedException("Only a manager agrees or ends what goes beside the tables");
        }
    }
}
