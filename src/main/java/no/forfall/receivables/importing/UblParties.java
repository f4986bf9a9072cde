package no.forfall.receivables.importing;

import java.util.Objects;
import java.util.stream.Stream;
import no.forfall.law.DebtorKind;
import no.forfall.receivables.Address;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.AddressType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.ContactType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PartyType;
import org.jspecify.annotations.Nullable;

/** Who sells and who buys, as a document says. */
final class UblParties {

    private static final String SELLER = "cac:AccountingSupplierParty/cac:Party/";
    private static final String BUYER = "cac:AccountingCustomerParty/cac:Party/";
    private static final String LEGAL_ID = "cac:PartyLegalEntity/cbc:CompanyID";
    private static final String NAME = "cac:PartyLegalEntity/cbc:RegistrationName";

    private final UblFields at;

    UblParties(UblFields at) {
        this.at = at;
    }

    Paper.Seller seller(PartyType party) {
        String number = first(legalId(party), vatId(party), ownId(party), party.getEndpointIDValue());
        return new Paper.Seller(
                OrganisationNumbers.plain(at.required(SELLER + LEGAL_ID, number, 20)),
                at.text(SELLER + NAME, name(party), 200),
                country(party),
                address(party, SELLER),
                at.text(SELLER + "cac:Contact/cbc:ElectronicMail", email(party), 200),
                at.text(SELLER + "cac:Contact/cbc:Telephone", phone(party), 40));
    }

    /** A customer with a company number is a business; the seller's own number for it is taken first to know it again. */
    Paper.Buyer buyer(PartyType party) {
        String written = first(legalId(party), vatId(party));
        String organisation =
                written == null ? null : OrganisationNumbers.plain(at.required(BUYER + LEGAL_ID, written, 20));
        String name = at.required(BUYER + NAME, name(party), 200);
        String number = first(ownId(party), organisation, party.getEndpointIDValue(), name);
        return new Paper.Buyer(
                at.required(BUYER + "cac:PartyIdentification/cbc:ID", number, 60),
                name,
                kind(organisation, country(party)),
                organisation,
                language(country(party)),
                at.text(BUYER + "cac:Contact/cbc:ElectronicMail", email(party), 200),
                at.text(BUYER + "cac:Contact/cbc:Telephone", phone(party), 40),
                Objects.requireNonNullElse(address(party, BUYER), Address.NONE),
                null,
                null);
    }

    private static DebtorKind kind(@Nullable String organisation, @Nullable String country) {
        if (organisation == null) {
            return DebtorKind.PRIVATE;
        }
        return "SE".equals(country) && OrganisationNumbers.isSwedishPublic(organisation)
                ? DebtorKind.PUBLIC
                : DebtorKind.BUSINESS;
    }

    static @Nullable String language(@Nullable String country) {
        return country == null
                ? null
                : switch (country) {
                    case "NO" -> "nb";
                    case "SE" -> "sv";
                    default -> "en";
                };
    }

    private @Nullable Address address(PartyType party, String where) {
        AddressType address = party.getPostalAddress();
        return address == null
                ? null
                : new Address(
                        at.text(where + "cac:PostalAddress/cbc:StreetName", address.getStreetNameValue(), 200),
                        at.text(where + "cac:PostalAddress/cbc:PostalZone", address.getPostalZoneValue(), 20),
                        at.text(where + "cac:PostalAddress/cbc:CityName", address.getCityNameValue(), 100),
                        country(party));
    }

    private static @Nullable String country(PartyType party) {
        AddressType address = party.getPostalAddress();
        String code = address == null || address.getCountry() == null
                ? null
                : address.getCountry().getIdentificationCodeValue();
        return code == null || code.strip().length() != 2 ? null : code.strip().toUpperCase(java.util.Locale.ROOT);
    }

    private static @Nullable String name(PartyType party) {
        return Stream.concat(
                        party.getPartyLegalEntity().stream().map(legal -> legal.getRegistrationNameValue()),
                        party.getPartyName().stream().map(name -> name.getNameValue()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String legalId(PartyType party) {
        return party.getPartyLegalEntity().stream()
                .map(legal -> legal.getCompanyIDValue())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String vatId(PartyType party) {
        return party.getPartyTaxScheme().stream()
                .map(tax -> tax.getCompanyIDValue())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String ownId(PartyType party) {
        return party.getPartyIdentification().stream()
                .map(id -> id.getIDValue())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String email(PartyType party) {
        ContactType contact = party.getContact();
        return contact == null ? null : contact.getElectronicMailValue();
    }

    private static @Nullable String phone(PartyType party) {
        ContactType contact = party.getContact();
        return contact == null ? null : contact.getTelephoneValue();
    }

    private static @Nullable String first(@Nullable String... values) {
        return Stream.of(values)
                .filter(value -> value != null && !value.isBlank())
                .findFirst()
                .orElse(null);
    }
}
