package no.forfall.receivables.importing;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import no.forfall.intake.reading.FieldRefused;
import no.forfall.receivables.Creditor;
import no.forfall.shared.Country;
import org.jspecify.annotations.Nullable;

/**
 * Decides whose rules the claims of a creditor follow. A creditor of Norway or Sweden follows those of its country. Of any
 * other, Forfall knows no rules; its claims are collected where the debtor lives, and follow the rules of that country.
 */
final class Jurisdiction {

    private Jurisdiction() {}

    /**
     * @param known the creditor where it is in the books already; what it follows there is kept
     * @throws FieldRefused when neither the seller's nor the buyer's country has rules, or they contradict the books
     */
    static Country of(Paper paper, Optional<Creditor> known) {
        Optional<Country> home = country(paper.seller().countryCode());
        if (paper.seller().countryCode() == null && known.isPresent()) {
            return known.get().country();
        }
        Country follows = home.or(() -> country(paper.buyer().address().countryCode()))
                .orElseThrow(() -> new FieldRefused(
                        paper.fields().country(),
                        "intake.creditor.country",
                        said(paper.seller().countryCode())));
        if (known.isPresent() && known.get().country() != follows) {
            throw new FieldRefused(
                    paper.fields().country(),
                    "intake.creditor.moved",
                    known.get().name(),
                    known.get().country(),
                    follows);
        }
        return follows;
    }

    /** Whether the rules are those of the debtor's country. */
    static boolean isBorrowed(Paper paper, Country follows) {
        String code = paper.seller().countryCode();
        return code != null && country(code).filter(follows::equals).isEmpty();
    }

    private static String said(@Nullable String code) {
        return code == null ? "–" : code;
    }

    private static Optional<Country> country(@Nullable String code) {
        return Arrays.stream(Country.values())
                .filter(country -> code != null && country.name().equals(code.toUpperCase(Locale.ROOT)))
                .findFirst();
    }
}
