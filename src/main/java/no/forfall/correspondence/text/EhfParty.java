package no.forfall.correspondence.text;

import java.util.Objects;
import java.util.function.Consumer;
import no.forfall.receivables.Address;
import no.forfall.receivables.Creditor;
import no.forfall.receivables.Debtor;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.AddressType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.CountryType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PartyLegalEntityType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PartyType;
import org.jspecify.annotations.Nullable;

/** Writes the two parties of an {@link EhfReminder}, who both have a Norwegian organisation number. */
final class EhfParty {

    /** Norway's register of organisations, by ISO 6523. */
    private static final String REGISTER = "0192";

    private static final String NORWAY = "NO";

    private EhfParty() {}

    static PartyType of(Creditor creditor) {
        return of(creditor.name(), creditor.organisationNumber(), creditor.address());
    }

    static PartyType of(Debtor debtor) {
        return of(debtor.name(), Objects.requireNonNull(debtor.organisationNumber()), debtor.address());
    }

    private static PartyType of(String name, String organisationNumber, Address known) {
        String number = EhfReminder.plain(organisationNumber);
        PartyLegalEntityType legal = new PartyLegalEntityType();
        legal.setRegistrationName(PlainText.clean(name));
        legal.setCompanyID(number).setSchemeID(REGISTER);
        PartyType party = new PartyType();
        party.setEndpointID(number).setSchemeID(REGISTER);
        party.setPostalAddress(address(known));
        party.addPartyLegalEntity(legal);
        return party;
    }

    private static AddressType address(Address known) {
        CountryType country = new CountryType();
        country.setIdentificationCode(known.countryCode() == null ? NORWAY : known.countryCode());
        AddressType address = new AddressType();
        ifKnown(known.street(), address::setStreetName);
        ifKnown(known.city(), address::setCityName);
        ifKnown(known.postalCode(), address::setPostalZone);
        address.setCountry(country);
        return address;
    }

    /** An element without text would be refused. */
    private static void ifKnown(@Nullable String text, Consumer<String> element) {
        if (text != null && !text.isBlank()) {
            element.accept(PlainText.clean(text));
        }
    }
}
