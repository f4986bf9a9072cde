package no.forfall.adjustments.web;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.UUID;
import no.forfall.adjustments.Adjustment;
import no.forfall.adjustments.Adjustments;
import no.forfall.adjustments.Change;
import no.forfall.adjustments.Consequence;
import no.forfall.adjustments.Permission;
import no.forfall.api.Collisions;
import no.forfall.api.Invalid;
import no.forfall.api.Notice;
import no.forfall.cases.Cases;
import no.forfall.payments.Overpayments;
import no.forfall.receivables.Ledger;
import no.forfall.receivables.Part;
import no.forfall.receivables.Receivables;
import no.forfall.shared.CaseNumber;
import no.forfall.ui.Formats;
import org.joda.money.Money;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * One adjustment of one case in two steps that both survive a reload: what is asked for stands in the address and shows its
 * consequence; saving sends it with a key, so that a second click books nothing.
 */
@Controller
@RequestMapping("/cases/{number}/adjust/{what}")
class AdjustPage {

    /** What is typed into the form, as it was typed. */
    record Typed(
            @Nullable String part,
            @Nullable String amount,
            @Nullable String creditNote,
            @Nullable String reason) {}

    /** A row of the consequence: a part of the claim before and after. */
    record Row(String part, Money before, Money after) {}

    /** A part that can be waived. */
    record Choice(String key, Money open) {}

    private final Adjustments adjustments;
    private final Permission permission;
    private final Cases cases;
    private final Receivables receivables;
    private final Overpayments overpayments;
    private final MessageSource messages;
    private final Formats formats;

    AdjustPage(
            Adjustments adjustments,
            Permission permission,
            Cases cases,
            Receivables receivables,
            Overpayments overpayments,
            MessageSource messages,
            Formats formats) {
        this.adjustments = adjustments;
        this.permission = permission;
        this.cases = cases;
        this.receivables = receivables;
        this.overpayments = overpayments;
        this.messages = messages;
        this.formats = formats;
    }

    @GetMapping
    String form(@PathVariable CaseNumber number, @PathVariable String what, Typed typed, Model model, Locale language) {
        Adjustment kind = kind(what);
        if (!permission.has(kind)) {
            throw new AccessDeniedException("Only a manager or an administrator does this: " + kind);
        }
        long invoiceId = cases.get(number).invoiceId();
        Ledger ledger = receivables.reckoning(invoiceId);
        model.addAttribute("number", number.value());
        model.addAttribute("debtor", receivables.debtorOf(invoiceId));
        model.addAttribute("what", what);
        model.addAttribute("typed", typed);
        model.addAttribute("choices", choices(ledger));
        model.addAttribute("most", most(kind, number, ledger));
        model.addAttribute("limit", permission.left(invoiceId));
        if (typed.reason() != null) {
            show(number, kind, typed, model, language);
        }
        return "adjustments/adjust";
    }

    private void show(CaseNumber number, Adjustment kind, Typed typed, Model model, Locale language) {
        try {
            Consequence consequence = adjustments.preview(number, change(kind, typed));
            model.addAttribute("consequence", consequence);
            model.addAttribute("rows", rows(consequence));
            model.addAttribute("key", UUID.randomUUID());
        } catch (Invalid invalid) {
            model.addAttribute("fault", invalid.sentence(messages, formats, language));
            model.addAttribute("faultField", invalid.field());
        }
    }

    @PostMapping
    String save(
            @PathVariable CaseNumber number,
            @PathVariable String what,
            Typed typed,
            @RequestParam UUID key,
            RedirectAttributes flash,
            Locale language) {
        Adjustment kind = kind(what);
        try {
            Collisions.retried(() -> adjustments.carryOut(number, change(kind, typed), key));
            flash.addFlashAttribute(
                    "notice",
                    new Notice("kept", messages.getMessage("adjust." + kind + ".done", null, language), null));
        } catch (Invalid invalid) {
            flash.addFlashAttribute(
                    "notice",
                    new Notice(
                            "breach",
                            messages.getMessage("problem.invalid.title", null, language),
                            invalid.sentence(messages, formats, language)));
        }
        return "redirect:/cases/" + number;
    }

    private static Adjustment kind(String what) {
        return Arrays.stream(Adjustment.values())
                .filter(kind -> address(kind).equals(what))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("There is no adjustment " + what));
    }

    private static String address(Adjustment kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Change change(Adjustment kind, Typed typed) {
        Part part = Arrays.stream(Part.values())
                .filter(known -> known.name().equals(typed.part()))
                .findFirst()
                .orElse(null);
        return new Change(kind, part, amount(typed.amount()), typed.creditNote(), typed.reason());
    }

    /** As people write amounts: spaces between thousands, a comma or a point before the decimals. */
    private static @Nullable BigDecimal amount(@Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        try {
            return new BigDecimal(typed.replaceAll("[\\s\\u00a0\\u202f]", "").replace(',', '.'));
        } catch (NumberFormatException unreadable) {
            throw new Invalid("amount", "adjust.amount.required");
        }
    }

    private static List<Choice> choices(Ledger ledger) {
        return Arrays.stream(Part.values())
                .filter(part -> ledger.open(part).isPositive())
                .map(part -> new Choice(part.name(), ledger.open(part)))
                .toList();
    }

    /** The most that can be given back or written off; null where the form says it otherwise. */
    private @Nullable Money most(Adjustment kind, CaseNumber number, Ledger ledger) {
        return switch (kind) {
            case WAIVER, CREDIT -> null;
            case REFUND -> ledger.toRefund().plus(overpayments.waiting(number, ledger.currency()));
            case WRITE_OFF -> ledger.toPay();
        };
    }

    private static List<Row> rows(Consequence consequence) {
        return Arrays.stream(Part.values())
                .map(part -> new Row(
                        part.name().toLowerCase(Locale.ROOT),
                        consequence.before().of(part),
                        consequence.after().of(part)))
                .filter(row -> !row.before().isZero() || !row.after().isZero())
                .toList();
    }
}
