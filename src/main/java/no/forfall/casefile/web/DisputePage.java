package no.forfall.casefile.web;

import java.math.BigDecimal;
import java.security.Principal;
import java.util.Locale;
import java.util.function.Function;
import no.forfall.api.Collisions;
import no.forfall.api.Notice;
import no.forfall.disputes.Dispute;
import no.forfall.disputes.DisputeOpen;
import no.forfall.disputes.DisputeReason;
import no.forfall.disputes.Disputes;
import no.forfall.disputes.InvalidPart;
import no.forfall.disputes.NothingAsked;
import no.forfall.shared.CaseNumber;
import no.forfall.ui.Formats;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a person does with an objection on the page of a case. */
@Controller
@RequestMapping("/cases/{number}/dispute")
class DisputePage {

    /** What fits into an objection. */
    private static final int LONGEST_NOTE = 2000;

    private final Disputes disputes;
    private final Formats formats;
    private final MessageSource messages;

    DisputePage(Disputes disputes, Formats formats, MessageSource messages) {
        this.disputes = disputes;
        this.formats = formats;
        this.messages = messages;
    }

    @PostMapping
    String raise(
            @PathVariable CaseNumber number,
            @RequestParam DisputeReason reason,
            @RequestParam(defaultValue = "") String amount,
            @RequestParam(defaultValue = "") String note,
            Principal person,
            RedirectAttributes flash,
            Locale language) {
        return recorded(
                number,
                amount,
                part -> disputes.raise(number, reason, part, cut(note), person.getName()),
                flash,
                language);
    }

    @PostMapping("/reopen")
    String reopen(
            @PathVariable CaseNumber number,
            @RequestParam(defaultValue = "") String amount,
            @RequestParam String note,
            Principal person,
            RedirectAttributes flash,
            Locale language) {
        return recorded(
                number, amount, part -> disputes.reopen(number, part, cut(note), person.getName()), flash, language);
    }

    @PostMapping("/answer")
    String answer(
            @PathVariable CaseNumber number, @RequestParam String note, RedirectAttributes flash, Locale language) {
        try {
            Collisions.retried(() -> {
                disputes.answer(number, cut(note));
                return number;
            });
        } catch (NothingAsked answered) {
            flash.addFlashAttribute(
                    "notice", new Notice("risk", messages.getMessage("cases.dispute.notAsked", null, language), null));
        }
        return "redirect:/cases/" + number;
    }

    private String recorded(
            CaseNumber number,
            String amount,
            Function<@Nullable Money, Dispute> recording,
            RedirectAttributes flash,
            Locale language) {
        try {
            Money part = disputes.amount(number, typed(amount));
            Collisions.retried(() -> recording.apply(part));
        } catch (DisputeOpen another) {
            flash.addFlashAttribute(
                    "notice", new Notice("risk", messages.getMessage("cases.dispute.another", null, language), null));
        } catch (InvalidPart notOfIt) {
            flash.addFlashAttribute("notice", noPart(formats.amount(notOfIt.open()), language));
        } catch (NumberFormatException noNumber) {
            flash.addFlashAttribute("notice", noPart(null, language));
        }
        return "redirect:/cases/" + number;
    }

    private static String cut(String note) {
        String text = note.strip();
        return text.substring(0, Math.min(text.length(), LONGEST_NOTE));
    }

    /** @throws NumberFormatException when it is no number */
    private static @Nullable BigDecimal typed(String amount) {
        String figures = amount.replaceAll("[\\s\\u00a0\\u202f]", "").replace(',', '.');
        return figures.isEmpty() ? null : new BigDecimal(figures);
    }

    /** @param most what can be disputed; null when that is not the matter */
    private Notice noPart(@Nullable String most, Locale language) {
        return new Notice(
                "breach",
                messages.getMessage(
                        most == null ? "cases.dispute.noNumber" : "cases.dispute.noPart",
                        new Object[] {String.valueOf(most)},
                        language),
                null);
    }
}
