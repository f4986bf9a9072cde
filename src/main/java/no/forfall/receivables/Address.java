package no.forfall.receivables;

import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * A postal address; every line may be missing.
 *
 * @param countryCode ISO 3166-1, two letters
 */
@Embeddable
public record Address(
        @Nullable String street,
        @Nullable String postalCode,
        @Nullable String city,
        @Nullable String countryCode) {

    public static final Address NONE = new Address(null, null, null, null);

    /** Street, post code and city are all known, so that a letter can be posted. */
    public boolean canTakePost() {
        return street != null && postalCode != null && city != null;
    }
}
