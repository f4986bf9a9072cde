package no.forfall.casefile;

import java.time.LocalDate;
import java.util.List;
import no.forfall.cases.CaseState;
import no.forfall.shared.CaseNumber;
import org.jspecify.annotations.Nullable;

/**
 * Which cases to list; null means: whatever.
 *
 * @param text what was typed: part of a debtor's name, an organisation, invoice, case or phone number, a KID or OCR
 *     number, or an amount as invoiced or as open
 * @param element the cases that stand at this element of {@code process}
 * @param age only cases with open principal of this age
 * @param currency ISO 4217
 * @param paidSince only cases that were paid on from this day on
 * @param numbers only these
 */
public record CaseQuery(
        @Nullable String text,
        @Nullable CaseState status,
        @Nullable String process,
        @Nullable String element,
        @Nullable Age age,
        @Nullable String currency,
        @Nullable LocalDate paidSince,
        @Nullable List<CaseNumber> numbers) {

    /** A search by what was typed, in all states. */
    public static CaseQuery text(String text) {
        return new CaseQuery(text, null, null, null, null, null, null, null);
    }

    CaseQuery anyStatus() {
        return new CaseQuery(text, null, process, element, age, currency, paidSince, numbers);
    }
}
