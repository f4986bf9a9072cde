package no.forfall.calculator;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import no.forfall.shared.Country;
import org.jspecify.annotations.Nullable;

/** A step that somebody wants to take towards a debtor of an unpaid claim. */
public record VerdictRequest(
        @Schema(
                description = "The creditor's country",
                implementation = Country.class,
                requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        String country,

        @Schema(implementation = DebtorType.class, defaultValue = "PERSON") @Nullable
        String debtorType,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, implementation = Step.class) @Nullable
        String step,

        @Schema(format = "date", example = "2026-06-15", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String dueDate,

        @Schema(
                format = "date",
                example = "2026-06-29",
                description = "The day of the step. Absent: today in the country")
        @Nullable
        String date,

        @Schema(
                format = "date",
                description =
                        "The last day to pay that the letter will state, counted from date. Absent: the law sets the least")
        @Nullable
        String deadline,

        @Schema(description = "Earlier letters, in any order; those after date are left out. Absent: none") @Nullable
        List<@Nullable Sent> sent,

        @Schema(description = "Whether the debtor has an objection that is not decided", defaultValue = "false")
        @Nullable
        Boolean disputed,

        @Schema(
                description = "Sweden: whether a reminder fee was agreed at the latest when the debt arose",
                defaultValue = "false")
        @Nullable
        Boolean feeAgreed,

        @Schema(description = "Whether the invoice is held to have reached the debtor", defaultValue = "true") @Nullable
        Boolean delivered) {

    /** An earlier letter. */
    @Schema(name = "SentLetter")
    public record Sent(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, implementation = Step.class) @Nullable
            String step,

            @Schema(format = "date", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String date,

            @Schema(format = "date", description = "The last day to pay that it stated. Absent: none") @Nullable
            String deadline,

            @Schema(
                    description =
                            "What it charged, 0 or more; of a COMPENSATION the compensation. Absent: the fee of its day for REMINDER_WITH_FEE, else 0",
                    example = "38.00")
            @Nullable
            String fee) {}
}
