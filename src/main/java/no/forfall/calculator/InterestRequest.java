package no.forfall.calculator;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import no.forfall.shared.Country;
import org.jspecify.annotations.Nullable;

/** A claim whose interest is to be counted. Amounts are major units as text or number, with a point before the decimals. */
public record InterestRequest(
        @Schema(
                description = "The creditor's country",
                implementation = Country.class,
                requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        String country,

        @Schema(
                description = "Makes no difference to statutory interest",
                implementation = DebtorType.class,
                defaultValue = "PERSON")
        @Nullable
        String debtorType,

        @Schema(
                description = "The country's own; the law sets no rates for others. Absent: the country's own",
                allowableValues = {"NOK", "SEK"})
        @Nullable
        String currency,

        @Schema(
                description = "As invoiced: more than 0, less than 1 000 000 000 000, at most two decimals",
                example = "10000.00",
                requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        String principal,

        @Schema(format = "date", example = "2026-06-15", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String dueDate,

        @Schema(
                format = "date",
                example = "2026-07-15",
                description = "The last day counted. Absent: today in the country")
        @Nullable
        String asOf,

        @Schema(description = "In any order; those after asOf are left out. Absent: none") @Nullable
        List<@Nullable Event> events) {

    /** Lowers the principal from the day after its date; a payment is taken to cover the principal first. */
    @Schema(name = "InterestEvent")
    public record Event(
            @Schema(
                    allowableValues = {"PAYMENT", "CREDIT_NOTE"},
                    requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            String type,

            @Schema(
                    format = "date",
                    example = "2026-07-01",
                    description = "That day still bears interest on the principal as it was",
                    requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            String date,

            @Schema(description = "More than 0", example = "2500.00", requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            String amount) {}
}
