package no.forfall.payments.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import no.forfall.payments.AgreedReferences;
import no.forfall.receivables.ReferenceAgreement;
import no.forfall.receivables.ReferenceAgreements.Standing;
import no.forfall.shared.Country;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What creditors have agreed on payment references, for programs. */
@RestController
@RequestMapping("/api/payments/references")
@Tag(name = "Payments")
class ReferencesApi {

    record Asked(
            @Schema(description = "MOD10, MOD11 or both; for Sweden MOD10. None when nothing is known") @Nullable
            List<String> checkDigits,

            @Schema(description = "Whether the digit before the last is the length; only Sweden") @Nullable
            Boolean lengthDigit,

            @Schema(description = "Up to three lengths from 2 to 25; none for any") @Nullable
            List<String> lengths,

            @Schema(description = "Whether invoices without a reference get one from us") @Nullable
            Boolean generates) {}

    /** @param setAt when it was said; null when nobody has */
    record Agreed(
            String organisationNumber,
            String creditor,
            Country country,
            List<String> checkDigits,
            boolean lengthDigit,
            List<Integer> lengths,
            boolean generates,
            @Nullable String setBy,
            @Nullable Instant setAt) {

        static Agreed of(Standing each) {
            ReferenceAgreement agreement = each.agreement();
            return new Agreed(
                    each.organisationNumber(),
                    each.creditor(),
                    each.country(),
                    agreement == null
                            ? List.of()
                            : agreement.rule().digits().stream()
                                    .map(Enum::name)
                                    .sorted()
                                    .toList(),
                    agreement != null && agreement.rule().lengthDigit(),
                    agreement == null
                            ? List.of()
                            : agreement.rule().lengths().stream().sorted().toList(),
                    agreement != null && agreement.generates(),
                    each.setBy(),
                    each.setAt());
        }
    }

    private final AgreedReferences references;

    ReferencesApi(AgreedReferences references) {
        this.references = references;
    }

    @GetMapping
    @Operation(summary = "What each creditor has agreed with its bank on payment references, at most five hundred")
    List<Agreed> all() {
        return references.all().stream().map(Agreed::of).toList();
    }

    @GetMapping("/{organisationNumber}")
    @Operation(summary = "What one creditor has agreed")
    Agreed one(@PathVariable String organisationNumber) {
        return Agreed.of(references.of(organisationNumber));
    }

    @PutMapping("/{organisationNumber}")
    @Operation(summary = "Say what one creditor has agreed; needs a manager")
    Agreed agree(@PathVariable String organisationNumber, @RequestBody Asked asked) {
        references.agree(
                references.of(organisationNumber).creditorId(),
                new AgreedReferences.Wanted(
                        texts(asked.checkDigits()),
                        Boolean.TRUE.equals(asked.lengthDigit()),
                        texts(asked.lengths()),
                        Boolean.TRUE.equals(asked.generates())));
        return one(organisationNumber);
    }

    private static List<String> texts(@Nullable List<String> given) {
        return given == null ? List.of() : given.stream().map(Objects::toString).toList();
    }
}
