package no.forfall.payments.web;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import no.forfall.api.Collisions;
import no.forfall.api.Invalid;
import no.forfall.api.Listing;
import no.forfall.api.Notice;
import no.forfall.identity.CurrentPerson;
import no.forfall.identity.Role;
import no.forfall.payments.AgreedReferences;
import no.forfall.payments.BankData;
import no.forfall.payments.Clearing;
import no.forfall.payments.Move;
import no.forfall.payments.Payment;
import no.forfall.payments.Payments;
import no.forfall.payments.QueueReason;
import no.forfall.payments.Suggestions;
import no.forfall.shared.Country;
import no.forfall.ui.Formats;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The payments that wait, and one payment with all that can be done about it. */
@Controller
@RequestMapping("/payments")
class PaymentsPage {

    private static final int SIZE = 50;

    private final Payments payments;
    private final Clearing clearing;
    private final Suggestions suggestions;
    private final Typed typed;
    private final BankData bankData;
    private final AgreedReferences references;
    private final MessageSource messages;
    private final Formats formats;

    PaymentsPage(
            Payments payments,
            Clearing clearing,
            Suggestions suggestions,
            Typed typed,
            BankData bankData,
            AgreedReferences references,
            MessageSource messages,
            Formats formats) {
        this.payments = payments;
        this.clearing = clearing;
        this.suggestions = suggestions;
        this.typed = typed;
        this.bankData = bankData;
        this.references = references;
        this.messages = messages;
        this.formats = formats;
    }

    @ModelAttribute("zone")
    ZoneId zone() {
        return Country.NO.zone();
    }

    @GetMapping
    String queue(
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        QueueReason only = Arrays.stream(QueueReason.values())
                .filter(known -> known.name().equals(reason))
                .findFirst()
                .orElse(null);
        Map<QueueReason, Long> lengths = payments.queueLengths();
        long all = lengths.values().stream().mapToLong(Long::longValue).sum();
        int number = Math.max(page, 0);
        List<Payment> found = payments.queue(only, number);
        model.addAttribute("payments", found);
        model.addAttribute("bankData", bankData.all());
        model.addAttribute("references", references.all());
        model.addAttribute("mayExpect", isManager());
        model.addAttribute("lengths", lengths);
        model.addAttribute("all", all);
        model.addAttribute("reason", only);
        model.addAttribute(
                "page",
                new Listing<>(found, number, SIZE, only == null ? all : lengths.getOrDefault(only, 0L)).pager());
        model.addAttribute("pageBase", only == null ? "/payments?" : "/payments?reason=" + only + "&");
        return "payments/queue";
    }

    @GetMapping("/{id}")
    String one(@PathVariable long id, Model model) {
        Payment payment = payments.get(id);
        model.addAttribute("payment", payment);
        model.addAttribute("paid", formats.amount(payment.amount()));
        model.addAttribute("suggestions", suggestions.of(payment));
        model.addAttribute("reversible", payment.waiting().isNegative() ? payments.reversibleBy(payment) : List.of());
        model.addAttribute("moves", clearing.movesOf(id));
        model.addAttribute("postedByReference", clearing.postedByReference(id));
        model.addAttribute("key", UUID.randomUUID());
        model.addAttribute("mayReturn", isManager());
        return "payments/payment";
    }

    private static boolean isManager() {
        return CurrentPerson.has(Role.MANAGER, Role.ADMIN);
    }

    /** @param days nothing when no file is expected */
    @PostMapping("/bank-data/{creditor}")
    String expect(
            @PathVariable long creditor,
            @RequestParam(required = false) @Nullable Integer days,
            RedirectAttributes flash,
            Locale language) {
        if (!isManager()) {
            throw new AccessDeniedException("Only a manager or an administrator says when files are expected");
        }
        return done("/payments", "payments.bankData.saved", flash, language, () -> bankData.expect(creditor, days));
    }

    /**
     * @param digits of the check, such as {@code MOD10 MOD11}; nothing when the agreement is not known
     * @param lengths such as {@code 8, 10}
     */
    @PostMapping("/references/{creditor}")
    String agree(
            @PathVariable long creditor,
            @RequestParam(defaultValue = "") String digits,
            @RequestParam(defaultValue = "false") boolean lengthDigit,
            @RequestParam(defaultValue = "") String lengths,
            @RequestParam(defaultValue = "false") boolean generates,
            RedirectAttributes flash,
            Locale language) {
        AgreedReferences.Wanted wanted =
                new AgreedReferences.Wanted(words(digits), lengthDigit, words(lengths), generates);
        return done(
                "/payments", "payments.references.saved", flash, language, () -> references.agree(creditor, wanted));
    }

    private static List<String> words(String text) {
        return Stream.of(text.split("[\\s,;/]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** @param form read as it was sent: a list of texts would be cut at the comma of an amount */
    @PostMapping("/{id}/post")
    String post(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> form,
            @RequestParam UUID key,
            RedirectAttributes flash,
            Locale language) {
        return done(
                id,
                "posted",
                flash,
                language,
                () -> clearing.post(
                        id,
                        typed.shares(
                                form.getOrDefault("invoice", List.of()),
                                form.getOrDefault("amount", List.of()),
                                payments.get(id).amount().getCurrencyUnit()),
                        key));
    }

    @PostMapping("/{id}/take-off")
    String takeOff(
            @PathVariable long id,
            @RequestParam String kind,
            @RequestParam String reason,
            @RequestParam UUID key,
            RedirectAttributes flash,
            Locale language) {
        Move.Kind where = "RETURNED".equals(kind) ? Move.Kind.RETURNED : Move.Kind.NOT_OURS;
        return done(id, "gone", flash, language, () -> clearing.takeOff(id, where, reason, key));
    }

    @PostMapping("/{id}/reverse")
    String reverse(
            @PathVariable long id,
            @RequestParam long payment,
            @RequestParam String reason,
            RedirectAttributes flash,
            Locale language) {
        return done(id, "reversed", flash, language, () -> clearing.reverse(id, payment, reason));
    }

    /** @param move null for what was posted by the payment's reference */
    @PostMapping("/{id}/undo")
    String undo(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Long move,
            @RequestParam String reason,
            RedirectAttributes flash,
            Locale language) {
        return done(id, "undone", flash, language, () -> {
            if (move == null) {
                clearing.undoPosting(id, reason);
            } else {
                clearing.undo(move, reason);
            }
        });
    }

    private String done(long id, String what, RedirectAttributes flash, Locale language, Runnable work) {
        return done("/payments/" + id, "payments.done." + what, flash, language, work);
    }

    private String done(String page, String done, RedirectAttributes flash, Locale language, Runnable work) {
        try {
            Collisions.retried(work);
            flash.addFlashAttribute("notice", new Notice("kept", messages.getMessage(done, null, language), null));
        } catch (Invalid invalid) {
            flash.addFlashAttribute(
                    "notice",
                    new Notice(
                            "breach",
                            messages.getMessage("problem.invalid.title", null, language),
                            invalid.sentence(messages, formats, language)));
        }
        return "redirect:" + page;
    }
}
