package no.forfall.arrangements.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import no.forfall.arrangements.PlanProposal;
import no.forfall.arrangements.PlanProposals;
import no.forfall.engine.InvalidForm;
import no.forfall.policy.PlanTerms;
import no.forfall.shared.CaseNumber;
import no.forfall.ui.Formats;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Works out a plan of instalments before anybody agrees on it. */
@RestController
@RequestMapping("/api/cases/{caseNumber}/plan-proposal")
@Tag(name = "Plans", description = "Plans of instalments, worked out before they are agreed on")
class PlanApi {

    private final PlanProposals proposals;
    private final Formats formats;
    private final MessageSource messages;

    PlanApi(PlanProposals proposals, Formats formats, MessageSource messages) {
        this.proposals = proposals;
        this.formats = formats;
        this.messages = messages;
    }

    /** @param text day and amount as the reader writes them */
    record Part(LocalDate dueOn, Money amount, List<String> text) {}

    /**
     * A plan as it would be made.
     *
     * @param fewestMonths the fewest instalments, and {@code mostMonths} the most
     * @param interest an estimate, which is not part of the instalments
     * @param said what is to be known of it, in the reader's language
     */
    record Proposed(
            int months,
            int fewestMonths,
            int mostMonths,
            Money each,
            LocalDate firstOn,
            LocalDate latestFirst,
            List<Part> instalments,
            Money fee,
            Money interest,
            Money total,
            LocalDate lastOn,
            boolean needsApproval,
            List<String> said) {}

    @GetMapping
    @Operation(
            summary = "What a plan of instalments would look like",
            description =
                    "Says months or each, what is paid a month at most; both left out, three months. The schedule lies on"
                            + " banking days and within the policy; 422 names the limit that is not kept. Changes nothing.")
    Proposed propose(
            @PathVariable CaseNumber caseNumber,
            @RequestParam(required = false) @Nullable Integer months,
            @RequestParam(required = false) @Nullable BigDecimal each,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate firstOn,
            Locale language) {
        if (each != null && (each.precision() - each.scale() > 12 || each.scale() > 6)) {
            throw new InvalidForm(java.util.Map.of("each", "arrange.plan.each"));
        }
        PlanProposal plan = proposals.of(caseNumber, months, each, firstOn);
        return new Proposed(
                plan.months(),
                PlanTerms.FEWEST,
                plan.mostMonths(),
                plan.each(),
                plan.instalments().get(0).dueOn(),
                plan.latestFirst(),
                plan.instalments().stream()
                        .map(part -> new Part(
                                part.dueOn(),
                                part.amount(),
                                List.of(formats.fullDate(part.dueOn()), formats.amount(part.amount()))))
                        .toList(),
                plan.fee(),
                plan.interest(),
                plan.total(),
                plan.lastOn(),
                plan.needsApproval(),
                said(plan, language));
    }

    private List<String> said(PlanProposal plan, Locale language) {
        List<String> said = new ArrayList<>();
        said.add(text(
                "plan.said.total",
                language,
                formats.amount(plan.total()),
                plan.months(),
                formats.fullDate(plan.lastOn())));
        if (plan.fee().isPositive()) {
            said.add(text("plan.said.fee", language, formats.amount(plan.fee())));
        }
        if (plan.interest().isPositive()) {
            said.add(text("plan.said.interest", language, formats.amount(plan.interest())));
        }
        said.add(approval(plan, language));
        return said;
    }

    private String approval(PlanProposal plan, Locale language) {
        if (!plan.needsApproval()) {
            return text("plan.said.alone", language);
        }
        return plan.approvalAbove() < PlanTerms.FEWEST
                ? text("plan.said.approval.any", language)
                : text("plan.said.approval", language, plan.approvalAbove());
    }

    private String text(String key, Locale language, Object... arguments) {
        return messages.getMessage(key, arguments, language);
    }
}
