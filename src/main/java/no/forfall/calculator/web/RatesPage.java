package no.forfall.calculator.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import no.forfall.api.Notice;
import no.forfall.identity.CurrentPerson;
import no.forfall.law.Law;
import no.forfall.law.RateKind;
import no.forfall.law.RateRow;
import no.forfall.law.Rates;
import no.forfall.lawbook.LawBook;
import no.forfall.lawbook.LawEntry;
import no.forfall.lawbook.Refused;
import no.forfall.shared.Country;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where one manager enters what the law has set, and another confirms it. */
@Controller
@RequestMapping("/calculator/rates")
class RatesPage {

    private static final int LATEST = 3;

    /** A series with its last rows, the latest first, and the first day it says nothing about. */
    public record Series(
            RateKind kind, List<RateRow> latest, @Nullable LocalDate next) {}

    private final LawBook book;
    private final Law law;
    private final Rates rates;
    private final MessageSource messages;

    RatesPage(LawBook book, Law law, Rates rates, MessageSource messages) {
        this.book = book;
        this.law = law;
        this.rates = rates;
        this.messages = messages;
    }

    @GetMapping
    String rates(Model model) {
        model.addAttribute("waiting", book.waiting());
        model.addAttribute("decided", book.decided());
        model.addAttribute(
                "series", Arrays.stream(RateKind.values()).map(this::series).toList());
        model.addAttribute("packs", law.packs());
        model.addAttribute("me", CurrentPerson.name());
        model.addAttribute("zone", Country.NO.zone());
        return "calculator/rates";
    }

    private Series series(RateKind kind) {
        List<RateRow> rows = rates.series(kind);
        List<RateRow> latest = new ArrayList<>(rows.subList(Math.max(0, rows.size() - LATEST), rows.size()));
        Collections.reverse(latest);
        LocalDate next = latest.isEmpty() ? null : kind.next(latest.get(0).from());
        return new Series(kind, latest, next);
    }

    @PostMapping("/rate")
    String rate(
            @RequestParam RateKind kind,
            @RequestParam String day,
            @RequestParam String value,
            @RequestParam String source,
            @RequestParam String reason,
            RedirectAttributes flash,
            Locale language) {
        return propose(
                flash,
                language,
                () -> book.proposeRate(kind, date(day), number(value), source, reason, CurrentPerson.name()));
    }

    @PostMapping("/pack")
    String pack(
            @RequestParam LawEntry.Kind kind,
            @RequestParam String pack,
            @RequestParam String day,
            @RequestParam String source,
            @RequestParam String reason,
            RedirectAttributes flash,
            Locale language) {
        return propose(flash, language, () -> {
            if (kind == LawEntry.Kind.IN_FORCE_FROM) {
                book.proposeForce(pack, date(day), source, reason, CurrentPerson.name());
            } else {
                book.proposeReview(pack, date(day), source, reason, CurrentPerson.name());
            }
        });
    }

    @PostMapping("/{id}/confirm")
    String confirm(@PathVariable long id, RedirectAttributes flash, Locale language) {
        return act(flash, language, "rates.confirmed", () -> book.confirm(id, CurrentPerson.name()));
    }

    @PostMapping("/{id}/reject")
    String reject(@PathVariable long id, RedirectAttributes flash, Locale language) {
        return act(flash, language, "rates.rejected", () -> book.reject(id, CurrentPerson.name()));
    }

    private String propose(RedirectAttributes flash, Locale language, Runnable action) {
        return act(flash, language, "rates.proposed", action);
    }

    private String act(RedirectAttributes flash, Locale language, String done, Runnable action) {
        try {
            action.run();
            flash.addFlashAttribute("notice", new Notice("kept", text(done, language), text(done + ".next", language)));
        } catch (Refused refused) {
            flash.addFlashAttribute(
                    "notice",
                    new Notice(
                            "breach",
                            text("rates.refused", language),
                            text("lawbook.refused." + refused.kind(), language)));
        } catch (Unreadable unreadable) {
            flash.addFlashAttribute(
                    "notice",
                    new Notice("breach", text("rates.refused", language), text(unreadable.getMessage(), language)));
        }
        return "redirect:/calculator/rates";
    }

    private static LocalDate date(String typed) {
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeParseException e) {
            throw new Unreadable("calculator.mend.date");
        }
    }

    private static BigDecimal number(String typed) {
        try {
            return new BigDecimal(Typed.plain(typed));
        } catch (NumberFormatException e) {
            throw new Unreadable("calculator.mend.amount");
        }
    }

    private static final class Unreadable extends RuntimeException {
        Unreadable(String messageKey) {
            super(messageKey);
        }
    }

    private String text(String key, Locale language) {
        return messages.getMessage(key, null, language);
    }
}
