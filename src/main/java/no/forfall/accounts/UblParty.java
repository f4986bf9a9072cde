package no.forfall.accounts;

import java.util.function.Consumer;
import java.util.regex.Pattern;
import no.forfall.accounts.CreditNote.Party;
import no.forfall.references.NorwegianNumbers;
import no.forfall.references.SwedishNumbers;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.AddressType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.ContactType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.CountryType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PartyIdentificationType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PartyLegalEntityType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PartyType;
import org.jspecify.annotations.Nullable;

/**
 * Writes who sells and who buys, as far as it is known. The electronic address is the organisation number of Norway or
 * Sweden; who has none, such as a person, has no address in Peppol.
 */
final class UblParty {

    /** What XML 1.0 cannot hold. */
    private static final Pattern UNWRITABLE =
            Pattern.compile("[^\\x09\\x0A\\x0D\\x20-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    private static final String NORWEGIAN = "0192";
    private static final String SWEDISH = "0007";
    private static final int SWEDISH_LENGTH = 10;

    private UblParty() {}

    static PartyType of(Party party, String customer) {
        PartyIdentificationType known = new PartyIdentificationType();
        known.setID(clean(customer));
        PartyType written = of(party);
        written.addPartyIdentification(known);
        return written;
    }

    static PartyType of(Party party) {
        PartyType written = new PartyType();
        Number number = Number.of(party.organisationNumber());
        if (number != null && number.scheme() != null) {
            written.setEndpointID(number.value()).setSchemeID(number.scheme());
        }
        written.setPostalAddress(address(party));
        PartyLegalEntityType legal = new PartyLegalEntityType();
        legal.setRegistrationName(clean(party.name()));
        if (number != null) {
            legal.setCompanyID(number.value()).setSchemeID(number.scheme());
        }
        written.addPartyLegalEntity(legal);
        if (party.email() != null || party.phone() != null) {
            ContactType contact = new ContactType();
            ifKnown(party.phone(), contact::setTelephone);
            ifKnown(party.email(), contact::setElectronicMail);
            written.setContact(contact);
        }
        return written;
    }

    private static AddressType address(Party party) {
        CountryType country = new CountryType();
        country.setIdentificationCode(party.countryCode());
        AddressType address = new AddressType();
        ifKnown(party.street(), address::setStreetName);
        ifKnown(party.city(), address::setCityName);
        ifKnown(party.postalCode(), address::setPostalZone);
        address.setCountry(country);
        return address;
    }

    /** An element without text would be refused. */
    private static void ifKnown(@Nullable String text, Consumer<String> element) {
        if (text != null && !clean(text).isBlank()) {
            element.accept(clean(text));
        }
    }

    static String clean(String text) {
        return UNWRITABLE.matcher(text).replaceAll("");
    }

    /** @param scheme by ISO 6523; null when it is the number of no country that we know */
    private record Number(String value, @Nullable String scheme) {

        static @Nullable Number of(@Nullable String organisation) {
            if (organisation == null) {
                return null;
            }
            if (NorwegianNumbers.isOrganisation(organisation)) {
                return new Number(organisation, NORWEGIAN);
            }
            String plain = organisation.replace("-", "");
            return SwedishNumbers.isOrganisation(plain)
                    ? new Number(plain.substring(plain.length() - SWEDISH_LENGTH), SWEDISH)
                    : new Number(clean(organisation), null);
        }
    }
}
