package no.forfall.payments.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import no.forfall.api.Collisions;
import no.forfall.api.Invalid;
import no.forfall.payments.Clearing;
import no.forfall.payments.Move;
import no.forfall.payments.Payment;
import no.forfall.payments.Payments;
import no.forfall.payments.QueueReason;
import no.forfall.payments.Suggestion;
import no.forfall.payments.Suggestions;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Payments that wait, for programs. */
@RestController
@RequestMapping("/api/payments")
@Tag(
        name = "Payments",
        description = "Payments that wait for a person. What is done once carries an Idempotency-Key; amounts are major"
                + " units in the payment's currency")
class PaymentsApi {

    /** @param invoice number of the invoice or of its case */
    record Part(@Nullable String invoice, @Nullable String amount) {}

    record Posting(@Nullable List<Part> shares) {}

    record Because(@Nullable String reason) {}

    /** A likely invoice, with what speaks for it. */
    record Likely(
            String invoice, String caseNumber, String debtor, Money open, int score, List<Suggestion.Hint> hints) {

        static Likely of(Suggestion each) {
            return new Likely(
                    each.invoice().number(),
                    each.caseNumber().value(),
                    each.invoice().debtor().name(),
                    each.open(),
                    each.score(),
                    List.copyOf(each.hints()));
        }
    }

    record Whole(Payment payment, List<Likely> suggestions, List<Move> moves) {}

    private final Payments payments;
    private final Clearing clearing;
    private final Suggestions suggestions;
    private final Typed typed;

    PaymentsApi(Payments payments, Clearing clearing, Suggestions suggestions, Typed typed) {
        this.payments = payments;
        this.clearing = clearing;
        this.suggestions = suggestions;
        this.typed = typed;
    }

    @GetMapping("/queue")
    @Operation(summary = "What waits for a person, oldest first, fifty to a page")
    List<Payment> queue(
            @Parameter(description = "Only what waits for this reason") @RequestParam(required = false) @Nullable
                    String reason,
            @RequestParam(defaultValue = "0") int page) {
        return payments.queue(reason == null || reason.isBlank() ? null : reason(reason), Math.max(page, 0));
    }

    private static QueueReason reason(String name) {
        return Arrays.stream(QueueReason.values())
                .filter(known -> known.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new Invalid("reason", "payments.invalid.queue"));
    }

    @GetMapping("/{id}")
    @Operation(summary = "One payment, the invoices it may be meant for, and what was done with it")
    Whole one(@PathVariable long id) {
        Payment payment = payments.get(id);
        return new Whole(
                payment, suggestions.of(payment).stream().map(Likely::of).toList(), clearing.movesOf(id));
    }

    @PostMapping("/{id}/post")
    @Operation(summary = "Post what waits on one invoice or several")
    Whole post(
            @PathVariable long id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID key,
            @RequestBody Posting posting) {
        List<Part> parts = posting.shares() == null ? List.of() : posting.shares();
        Collisions.retried(() -> clearing.post(
                id,
                typed.shares(
                        parts.stream().map(part -> text(part.invoice())).toList(),
                        parts.stream().map(part -> text(part.amount())).toList(),
                        payments.get(id).amount().getCurrencyUnit()),
                needed(key)));
        return one(id);
    }

    @PostMapping("/{id}/return")
    @Operation(summary = "Record that what waits was sent back to the payer; needs a manager")
    Whole sendBack(
            @PathVariable long id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID key,
            @RequestBody Because because) {
        return takeOff(id, Move.Kind.RETURNED, key, because);
    }

    @PostMapping("/{id}/not-ours")
    @Operation(summary = "Say that what waits is not about a claim that is followed here")
    Whole notOurs(
            @PathVariable long id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID key,
            @RequestBody Because because) {
        return takeOff(id, Move.Kind.NOT_OURS, key, because);
    }

    private Whole takeOff(long id, Move.Kind where, @Nullable UUID key, Because because) {
        Collisions.retried(() -> clearing.takeOff(id, where, text(because.reason()), needed(key)));
        return one(id);
    }

    @PostMapping("/{id}/reversal-of/{paymentId}")
    @Operation(summary = "Match a negative payment with the payment that the bank took back")
    Whole reverse(@PathVariable long id, @PathVariable long paymentId, @RequestBody Because because) {
        Collisions.retried(() -> clearing.reverse(id, paymentId, text(because.reason())));
        return one(id);
    }

    @PostMapping("/{id}/undo")
    @Operation(summary = "Take back what was posted by the payment's reference")
    Whole undo(@PathVariable long id, @RequestBody Because because) {
        Collisions.retried(() -> clearing.undoPosting(id, text(because.reason())));
        return one(id);
    }

    @PostMapping("/{id}/moves/{move}/undo")
    @Operation(summary = "Take back what a person did with the payment")
    Whole undo(@PathVariable long id, @PathVariable long move, @RequestBody Because because) {
        Collisions.retried(() -> clearing.undo(move, text(because.reason())));
        return one(id);
    }

    private static UUID needed(@Nullable UUID key) {
        if (key == null) {
            throw new Invalid("Idempotency-Key", "adjust.key.required");
        }
        return key;
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
