package no.forfall.receivables;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import no.forfall.shared.Country;
import org.jspecify.annotations.Nullable;

/** Whom the money is owed to. Its country decides law, calendar and time zone of all its cases. */
@Entity
public class Creditor {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String organisationNumber;
    private String name;

    @Enumerated(EnumType.STRING)
    private Country country;

    @Embedded
    private Address address = Address.NONE;

    private @Nullable String email;
    private @Nullable String phone;

    /** Where to pay: a Norwegian account number, a Swedish bankgiro or an IBAN. */
    private @Nullable String account;

    @SuppressWarnings("NullAway.Init")
    protected Creditor() {}

    public Creditor(String organisationNumber, String name, Country country) {
        this.organisationNumber = organisationNumber;
        this.name = name;
        this.country = country;
    }

    /** Takes over what an invoice or a person says about how to reach and pay the creditor; null keeps what is known. */
    public void reachAt(
            @Nullable Address address, @Nullable String email, @Nullable String phone, @Nullable String account) {
        this.address = address == null ? this.address : address;
        this.email = email == null ? this.email : email;
        this.phone = phone == null ? this.phone : phone;
        this.account = account == null ? this.account : account;
    }

    public long id() {
        return java.util.Objects.requireNonNull(id, "not saved yet");
    }

    public String organisationNumber() {
        return organisationNumber;
    }

    public String name() {
        return name;
    }

    public Country country() {
        return country;
    }

    public Address address() {
        return address == null ? Address.NONE : address;
    }

    public @Nullable String email() {
        return email;
    }

    public @Nullable String phone() {
        return phone;
    }

    public @Nullable String account() {
        return account;
    }
}
