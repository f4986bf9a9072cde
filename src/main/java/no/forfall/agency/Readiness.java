package no.forfall.agency;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import no.forfall.engine.ActivityBarred;
import no.forfall.receivables.Debtor;
import no.forfall.shared.LocalText;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What must be known of a debtor before an agency can do anything with the claim. An address that is protected is not given;
 * the agency finds it in the register, which knows that it is.
 */
enum Readiness {
    NAME(new LocalText("navn", "namn", "name"), debtor -> isKnown(debtor.name())),
    ADDRESS(
            new LocalText("fullstendig postadresse", "fullständig postadress", "complete postal address"),
            debtor -> debtor.isProtected() || debtor.address().canTakePost()),
    CONTACT(
            new LocalText("e-post eller telefon", "e-post eller telefon", "e-mail or phone"),
            debtor -> debtor.isProtected() || isKnown(debtor.email()) || isKnown(debtor.phone()));

    private static final LocalText NOTHING_OWED = new LocalText(
            "Ingenting av hovedstolen står åpent, så det er ikke noe krav å overlevere.",
            "Inget av kapitalbeloppet står öppet, så det finns ingen fordran att lämna över.",
            "None of the principal is open, so there is no claim to hand over.");

    private final LocalText label;
    private final Predicate<Debtor> isMet;

    Readiness(LocalText label, Predicate<Debtor> isMet) {
        this.label = label;
        this.isMet = isMet;
    }

    private static boolean isKnown(@Nullable String text) {
        return text != null && !text.isBlank();
    }

    /** @throws ActivityBarred when nothing is owed, or names what is missing */
    static void check(Money principal, Debtor debtor) throws ActivityBarred {
        if (!principal.isPositive()) {
            throw new ActivityBarred(NOTHING_OWED);
        }
        List<Readiness> missing = Arrays.stream(values())
                .filter(field -> !field.isMet.test(debtor))
                .toList();
        if (!missing.isEmpty()) {
            throw new ActivityBarred(new LocalText(
                    "Saken kan ikke overleveres før dette er registrert på kunden: " + list(missing, "nb") + ".",
                    "Ärendet kan inte lämnas över förrän detta är registrerat på kunden: " + list(missing, "sv") + ".",
                    "The case cannot be handed over before this is known of the customer: " + list(missing, "en")
                            + "."));
        }
    }

    private static String list(List<Readiness> missing, String language) {
        return missing.stream()
                .map(field -> field.label.in(Locale.forLanguageTag(language)))
                .collect(Collectors.joining(", "));
    }
}
