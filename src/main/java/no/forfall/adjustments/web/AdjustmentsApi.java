package no.forfall.adjustments.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.UUID;
import no.forfall.adjustments.Adjustment;
import no.forfall.adjustments.Adjustments;
import no.forfall.adjustments.Change;
import no.forfall.adjustments.Consequence;
import no.forfall.api.Collisions;
import no.forfall.api.Invalid;
import no.forfall.cases.ClosingReason;
import no.forfall.receivables.Balance;
import no.forfall.receivables.Part;
import no.forfall.shared.CaseNumber;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Adjustments for programs. */
@RestController
@RequestMapping("/api/cases/{caseNumber}")
@Tag(
        name = "Adjustments",
        description =
                "Waivers, credit notes, refunds and write-offs. A request is carried out once for its Idempotency-Key;"
                        + " with preview=true nothing is booked and no key is needed. Amounts are major units in the claim's currency")
class AdjustmentsApi {

    /** @param amount null for all that is open of the part */
    record Waiver(
            @Nullable String part,
            @Nullable BigDecimal amount,
            @Nullable String reason) {}

    /** @param number of the credit note; the same number is booked once on a case */
    record Credit(
            @Nullable String number,
            @Nullable BigDecimal amount,
            @Nullable String reason) {}

    /** @param amount null for all that the creditor owes the debtor */
    record Refund(@Nullable BigDecimal amount, @Nullable String reason) {}

    record WriteOff(@Nullable String reason) {}

    /**
     * What it does, or did; zero with the claim as it is when the request was carried out before.
     *
     * @param closes why the case ends by it; null when it does not
     */
    record Outcome(
            Money amount, Open before, Open after, @Nullable ClosingReason closes) {

        static Outcome of(Consequence consequence) {
            return new Outcome(
                    consequence.amount(),
                    Open.of(consequence.before()),
                    Open.of(consequence.after()),
                    consequence.closes());
        }
    }

    /** @param toRefund what the creditor owes the debtor */
    record Open(
            Money principal, Money fee, Money interest, Money compensation, Money costs, Money toPay, Money toRefund) {

        static Open of(Balance balance) {
            return new Open(
                    balance.principal(),
                    balance.fee(),
                    balance.interest(),
                    balance.compensation(),
                    balance.costs(),
                    balance.toPay(),
                    balance.toRefund());
        }
    }

    private final Adjustments adjustments;

    AdjustmentsApi(Adjustments adjustments) {
        this.adjustments = adjustments;
    }

    @PostMapping("/waivers")
    @Operation(summary = "Waive a part of the claim or an amount of it; beyond a limit this needs a manager")
    Outcome waive(
            @PathVariable CaseNumber caseNumber,
            @Parameter(description = "Show the consequence only") @RequestParam(defaultValue = "false") boolean preview,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID key,
            @RequestBody Waiver waiver) {
        Part part = waiver.part() == null ? null : part(waiver.part());
        return done(
                caseNumber, new Change(Adjustment.WAIVER, part, waiver.amount(), null, waiver.reason()), preview, key);
    }

    @PostMapping("/credits")
    @Operation(summary = "Record a credit note; more than is open leaves an amount that the creditor owes the debtor")
    Outcome credit(
            @PathVariable CaseNumber caseNumber,
            @Parameter(description = "Show the consequence only") @RequestParam(defaultValue = "false") boolean preview,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID key,
            @RequestBody Credit credit) {
        return done(
                caseNumber,
                new Change(Adjustment.CREDIT, null, credit.amount(), credit.number(), credit.reason()),
                preview,
                key);
    }

    @PostMapping("/refunds")
    @Operation(summary = "Record that money paid or credited beyond the claim was given back; needs a manager")
    Outcome refund(
            @PathVariable CaseNumber caseNumber,
            @Parameter(description = "Show the consequence only") @RequestParam(defaultValue = "false") boolean preview,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID key,
            @RequestBody Refund refund) {
        return done(
                caseNumber, new Change(Adjustment.REFUND, null, refund.amount(), null, refund.reason()), preview, key);
    }

    @PostMapping("/write-off")
    @Operation(summary = "Write off all that is open and end the case; needs a manager")
    Outcome writeOff(
            @PathVariable CaseNumber caseNumber,
            @Parameter(description = "Show the consequence only") @RequestParam(defaultValue = "false") boolean preview,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID key,
            @RequestBody WriteOff writeOff) {
        return done(caseNumber, new Change(Adjustment.WRITE_OFF, null, null, null, writeOff.reason()), preview, key);
    }

    private Outcome done(CaseNumber number, Change change, boolean preview, @Nullable UUID key) {
        if (preview) {
            return Outcome.of(adjustments.preview(number, change));
        }
        if (key == null) {
            throw new Invalid("Idempotency-Key", "adjust.key.required");
        }
        return Outcome.of(Collisions.retried(() -> adjustments.carryOut(number, change, key)));
    }

    private static Part part(String name) {
        return Arrays.stream(Part.values())
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Invalid("part", "adjust.part.required"));
    }
}
