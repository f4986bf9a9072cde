package no.forfall.calculator.web;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import no.forfall.calculator.BadInput;
import no.forfall.calculator.Calculator;
import no.forfall.calculator.InterestAnswer;
import no.forfall.calculator.InterestRequest;
import no.forfall.calculator.Step;
import no.forfall.calculator.VerdictRequest;
import no.forfall.law.Law;
import no.forfall.law.RateUnknown;
import no.forfall.shared.Country;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The calculator for people: interest line by line, whether a letter may be sent, and the rules. All of it by address. */
@Controller
@RequestMapping("/calculator")
class CalculatorPage {

    private static final int ROWS = 3;

    private final Calculator calculator;
    private final Law law;

    CalculatorPage(Calculator calculator, Law law) {
        this.calculator = calculator;
        this.law = law;
    }

    @ModelAttribute("countries")
    Country[] countries() {
        return Country.values();
    }

    @GetMapping
    String interest(@RequestParam MultiValueMap<String, String> query, Model model, Locale language) {
        Typed typed = new Typed(query);
        Country country = typed.country();
        LocalDate asOf = calculator.today(country);
        model.addAttribute("typed", typed);
        model.addAttribute("country", country);
        model.addAttribute("rows", typed.rows(ROWS, "event", "date", "amount"));
        model.addAttribute("today", asOf);
        if (typed.has("principal")) {
            try {
                InterestAnswer answer = calculator.interest(new InterestRequest(
                        country.name(),
                        null,
                        null,
                        typed.amount("principal"),
                        typed.text("dueDate"),
                        typed.text("asOf"),
                        typed.rows("event", "date", "amount").stream()
                                .map(row -> new InterestRequest.Event(
                                        row.get("type"), row.get("date"), Typed.plain(row.get("amount"))))
                                .toList()));
                LocalDate due = LocalDate.parse(typed.text("dueDate"));
                model.addAttribute("answer", answer);
                model.addAttribute("due", due);
                model.addAttribute("kept", law.effectiveDueDate(due));
            } catch (BadInput wrong) {
                model.addAttribute("faults", faults(wrong));
            } catch (RateUnknown unknown) {
                model.addAttribute("refusal", unknown.why());
                model.addAttribute("refusalText", unknown.why().text(language));
            }
        }
        return "calculator/interest";
    }

    @GetMapping("/verdict")
    String verdict(@RequestParam MultiValueMap<String, String> query, Model model, Locale language) {
        Typed typed = new Typed(query);
        Country country = typed.country();
        model.addAttribute("typed", typed);
        model.addAttribute("country", country);
        model.addAttribute("steps", Step.values());
        model.addAttribute("rows", typed.rows(ROWS, "sent", "date", "deadline", "fee"));
        model.addAttribute("today", calculator.today(country));
        if (typed.has("dueDate")) {
            try {
                model.addAttribute(
                        "answer",
                        calculator.verdict(
                                new VerdictRequest(
                                        country.name(),
                                        typed.text("debtorType"),
                                        typed.text("step"),
                                        typed.text("dueDate"),
                                        typed.text("date"),
                                        null,
                                        typed.rows("sent", "date", "deadline", "fee").stream()
                                                .map(row -> new VerdictRequest.Sent(
                                                        row.get("step"),
                                                        row.get("date"),
                                                        row.get("deadline"),
                                                        Typed.plain(row.get("fee"))))
                                                .toList(),
                                        typed.has("disputed"),
                                        typed.has("feeAgreed"),
                                        !typed.has("undelivered")),
                                language));
            } catch (BadInput wrong) {
                model.addAttribute("faults", faults(wrong));
            }
        }
        return "calculator/verdict";
    }

    @GetMapping("/rules")
    String rules(
            @RequestParam(defaultValue = "NO") Country country,
            @RequestParam(required = false) @Nullable LocalDate on,
            Model model,
            Locale language) {
        LocalDate day = on == null ? calculator.today(country) : on;
        model.addAttribute("country", country);
        model.addAttribute("on", day);
        model.addAttribute("pack", law.rules(country, day));
        model.addAttribute("language", language);
        return "calculator/rules";
    }

    /** The kind of fault of each field. */
    private static Map<String, String> faults(BadInput wrong) {
        return wrong.faults().stream()
                .collect(Collectors.toMap(BadInput.Fault::field, BadInput.Fault::kind, (first, second) -> first));
    }
}
