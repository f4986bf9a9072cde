package no.forfall.correspondence.post;

import java.util.Objects;
import no.forfall.correspondence.text.Draft;
import no.forfall.receivables.Address;
import no.forfall.receivables.Creditor;
import no.forfall.receivables.Debtor;

/**
 * How a letter on paper is addressed.
 *
 * @param country ISO 3166-1, two letters; the creditor's where the debtor's is not known
 * @param language of the letter, nb, sv or en
 */
public record Postal(
        String name, String street, String postalCode, String city, String country, Window window, String language) {

    /** Where the window of the envelope is, seen from the front. */
    public enum Window {
        LEFT,
        RIGHT
    }

    /** @throws NullPointerException when the address cannot take post */
    public static Postal of(Draft draft) {
        Debtor debtor = draft.invoice().debtor();
        Creditor creditor = draft.invoice().creditor();
        Address address = debtor.address();
        String country = address.countryCode();
        return new Postal(
                debtor.name(),
                Objects.requireNonNull(address.street()),
                Objects.requireNonNull(address.postalCode()),
                Objects.requireNonNull(address.city()),
                country == null ? creditor.country().name() : country,
                draft.hasWindowOnTheRight() ? Window.RIGHT : Window.LEFT,
                draft.language().getLanguage());
    }
}
