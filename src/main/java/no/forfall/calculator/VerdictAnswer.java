package no.forfall.calculator;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** The law's answer. */
public record VerdictAnswer(
        @Schema(
                description =
                        "Whether the step may be taken on the day; a reminder with fee that may only go without one may not")
        boolean allowed,

        @PlainAmount
        @Schema(
                type = "number",
                description =
                        "What the step may charge, in kroner of the country: for a letter its fee, for COMPENSATION what the compensation adds to fees already charged. 0 when it may charge nothing")
        Money fee,

        @Schema(
                description =
                        "The last day to pay that the letter must give at the least, or the one asked for when that is later; null for steps without one and when not allowed")
        @Nullable
        LocalDate deadline,

        @Schema(
                description =
                        "The first day on which the step is lawful, as far as the facts are known; null when it is allowed, and when waiting does not help")
        @Nullable
        LocalDate earliest,

        @Schema(
                description = "The rule that speaks, also when it only takes the fee away; null for a plain yes",
                example = "NO-R7")
        @Nullable
        String rule,

        @Schema(description = "Act and paragraph of the rule; null without a rule") @Nullable
        String statute,

        @Schema(description = "The rule's reason in the language of the request; null without a rule") @Nullable
        String reason,

        @Schema(description = "Whether the last letter must take the form that announces the hand-over (NO-F1)")
        boolean announcement) {

    /** The currency of the fee. */
    @JsonProperty
    public String currency() {
        return fee.getCurrencyUnit().getCode();
    }
}
