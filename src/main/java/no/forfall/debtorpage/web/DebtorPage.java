package no.forfall.debtorpage.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.forfall.api.Collisions;
import no.forfall.arrangements.AnswerOpen;
import no.forfall.arrangements.DebtorAnswers;
import no.forfall.cases.CaseNotOpen;
import no.forfall.correspondence.LetterLinks;
import no.forfall.debtorpage.DebtorView;
import no.forfall.debtorpage.DebtorViews;
import no.forfall.debtorpage.Doorkeeper;
import no.forfall.disputes.DisputeOpen;
import no.forfall.disputes.DisputeReason;
import no.forfall.disputes.Disputes;
import no.forfall.engine.InvalidForm;
import no.forfall.identity.CurrentPerson;
import no.forfall.shared.CaseNumber;
import no.forfall.ui.Languages;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The debtor's page. Whoever has the address is let in, without signing in, session or cookie; the secret in it also proves
 * that a form was sent from the page. A browser that says that another site sent the form is refused.
 */
@Controller
@RequestMapping("/p/{token}")
class DebtorPage {

    private static final int LONGEST_TEXT = 2000;

    private static final List<DisputeReason> REASONS = List.of(
            DisputeReason.NOT_RECEIVED,
            DisputeReason.WRONG_AMOUNT,
            DisputeReason.FAULTY,
            DisputeReason.NOT_MINE,
            DisputeReason.OTHER);

    private static final Set<String> OWN_SITE = Set.of("same-origin", "none");

    private final LetterLinks links;
    private final DebtorViews views;
    private final DebtorAnswers answers;
    private final Disputes disputes;
    private final Doorkeeper doorkeeper;

    DebtorPage(LetterLinks links, DebtorViews views, DebtorAnswers answers, Disputes disputes, Doorkeeper doorkeeper) {
        this.links = links;
        this.views = views;
        this.answers = answers;
        this.disputes = disputes;
        this.doorkeeper = doorkeeper;
    }

    @GetMapping
    String show(
            @PathVariable String token,
            @RequestParam(required = false) @Nullable String in,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return open(token, request, response)
                .map(opened -> show(opened, token, in, request, model))
                .orElse("debtor/gone");
    }

    private Optional<LetterLinks.Opened> open(String token, HttpServletRequest request, HttpServletResponse response) {
        String address = request.getRemoteAddr();
        if (doorkeeper.isBarred(address)) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            return Optional.empty();
        }
        Optional<LetterLinks.Opened> opened = links.open(token);
        if (opened.isEmpty()) {
            doorkeeper.wrong(address);
            response.setStatus(HttpStatus.NOT_FOUND.value());
        }
        return opened;
    }

    private String show(
            LetterLinks.Opened opened, String token, @Nullable String in, HttpServletRequest request, Model model) {
        Locale language = in == null ? opened.language() : Languages.closestTo(Locale.forLanguageTag(in));
        Languages.speak(request, language);
        DebtorView view = views.of(opened.caseNumber());
        model.addAttribute("view", view);
        model.addAttribute(
                "reasons",
                REASONS.stream()
                        .filter(disputes.reasons(opened.caseNumber())::contains)
                        .toList());
        model.addAttribute("address", LetterLinks.PATH + token);
        model.addAttribute("in", language.getLanguage());
        return "debtor/page";
    }

    /** The fields of all answers; each uses its own. */
    record Said(
            @Nullable String answer,
            @Nullable String day,
            @Nullable String reason,
            @Nullable String text,
            @Nullable String instalments,
            @Nullable String firstOn) {}

    @PostMapping
    String answer(
            @PathVariable String token,
            @RequestParam(required = false) @Nullable String in,
            Said said,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<LetterLinks.Opened> opened = open(token, request, response);
        if (opened.isEmpty()) {
            return "debtor/gone";
        }
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null && !OWN_SITE.contains(site)) {
            response.setStatus(HttpStatus.FORBIDDEN.value());
            return show(opened.get(), token, in, request, model);
        }
        try {
            CaseNumber number = opened.get().caseNumber();
            if (views.of(number).standing() == DebtorView.Standing.TO_PAY) {
                CurrentPerson.debtor(() -> Collisions.retried(() -> take(number, said)));
            }
        } catch (InvalidForm invalid) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            model.addAttribute("said", said);
            model.addAttribute("faults", invalid.faults().keySet());
            return show(opened.get(), token, in, request, model);
        } catch (AnswerOpen | DisputeOpen | CaseNotOpen another) {
            // the page tells what is open or that nothing is
        }
        return "redirect:" + LetterLinks.PATH + token
                + (in == null
                        ? ""
                        : "?in="
                                + Languages.closestTo(Locale.forLanguageTag(in)).getLanguage());
    }

    private boolean take(CaseNumber number, Said said) {
        switch (String.valueOf(said.answer())) {
            case "PAID" ->
                answers.paid(number, said.day() == null || said.day().isBlank() ? null : day("day", said.day()));
            case "PROMISE" -> answers.promise(number, day("day", said.day()));
            case "PLAN" -> answers.plan(number, count(said.instalments()), day("firstOn", said.firstOn()));
            case "YES" -> answers.accept(number);
            case "WRONG" -> disputes.raise(number, reason(said.reason()), text(said.text()), CurrentPerson.DEBTOR);
            default -> throw fault("answer");
        }
        return true;
    }

    private static LocalDate day(String field, @Nullable String day) {
        try {
            return LocalDate.parse(day == null ? "" : day.strip());
        } catch (DateTimeParseException noDay) {
            throw fault(field);
        }
    }

    private static int count(@Nullable String number) {
        if (number == null || !number.strip().matches("\\d{1,3}")) {
            throw fault("instalments");
        }
        return Integer.parseInt(number.strip());
    }

    private static DisputeReason reason(@Nullable String reason) {
        return REASONS.stream()
                .filter(known -> known.name().equals(reason))
                .findFirst()
                .orElseThrow(() -> fault("reason"));
    }

    private static String text(@Nullable String text) {
        String said = text == null ? "" : text.strip();
        if (said.length() > LONGEST_TEXT) {
            throw fault("text");
        }
        return said;
    }

    private static InvalidForm fault(String field) {
        return new InvalidForm(Map.of(field, "form.limits"));
    }
}
