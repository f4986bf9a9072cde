package no.forfall.receivables;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import no.forfall.law.DebtorKind;
import org.hibernate.annotations.Formula;
import org.jspecify.annotations.Nullable;

/** Who owes, as one creditor knows them. */
@Entity
public class Debtor {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "debtor_numbers")
    @SequenceGenerator(name = "debtor_numbers", allocationSize = 50)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    private Creditor creditor;

    /** The creditor's own number for this customer, or the organisation number where it gave none. */
    private String customerNumber;

    private String name;

    @Enumerated(EnumType.STRING)
    private DebtorKind kind;

    @Enumerated(EnumType.STRING)
    private @Nullable Relation relation;

    private @Nullable String segment;

    /** Kept by others beside the debtor and read with it, so that a decision reads nothing more. */
    @Formula("(select b.segment from app.debtor_behaviour b where b.debtor_id = id)")
    private @Nullable String behaviour;

    @Enumerated(EnumType.STRING)
    private DebtorStanding standing = DebtorStanding.NORMAL;

    private @Nullable LocalDate standingSince;
    private @Nullable LocalDate deliveryStoppedOn;

    private @Nullable String organisationNumber;
    private @Nullable String language;
    private @Nullable String email;
    private @Nullable String phone;

    private boolean protectedAddress;

    @Embedded
    private Address address = Address.NONE;

    @SuppressWarnings("NullAway.Init")
    protected Debtor() {}

    public Debtor(Creditor creditor, String customerNumber, String name, DebtorKind kind) {
        this.creditor = creditor;
        this.customerNumber = customerNumber;
        this.name = name;
        this.kind = kind;
    }

    /** Takes over what the newest invoice says; null keeps what is known. */
    public void describe(
            @Nullable String organisationNumber,
            @Nullable String language,
            @Nullable String email,
            @Nullable String phone,
            @Nullable Address address) {
        this.organisationNumber = organisationNumber == null ? this.organisationNumber : organisationNumber;
        this.language = language == null ? this.language : language;
        this.email = email == null ? this.email : email;
        this.phone = phone == null ? this.phone : phone;
        this.address = address == null ? this.address : address;
    }

    /** Takes over how a person says the debtor is reached, in place of what was known. */
    public void reachAt(@Nullable String email, Address address) {
        this.email = email;
        this.address = address;
    }

    /** Whether nobody may see where it is reached but who says so; how it is reached stays known. */
    public void protect(boolean protectedAddress) {
        this.protectedAddress = protectedAddress;
    }

    /** @param since the day on which it happened; null for normal */
    public void becomes(DebtorStanding standing, @Nullable LocalDate since) {
        this.standing = standing;
        this.standingSince = since;
    }

    /** The debt is now that of another, such as the estate of a person who died. */
    public void isNow(String name) {
        this.name = name;
    }

    /** @param on null when deliveries may go on */
    public void stopDelivery(@Nullable LocalDate on) {
        this.deliveryStoppedOn = on;
    }

    public void isKnownAs(Relation relation, @Nullable String segment) {
        this.relation = relation;
        this.segment = segment;
    }

    public long id() {
        return Objects.requireNonNull(id, "not saved yet");
    }

    public Creditor creditor() {
        return creditor;
    }

    public String customerNumber() {
        return customerNumber;
    }

    public String name() {
        return name;
    }

    public DebtorKind kind() {
        return kind;
    }

    /** What the creditor has said about the relation; null when nothing. */
    public @Nullable Relation relation() {
        return relation;
    }

    public @Nullable String segment() {
        return segment;
    }

    /** In which way the debtor was seen to pay late, in a word of the policy; null as long as nobody has counted. */
    public @Nullable String behaviour() {
        return behaviour;
    }

    public DebtorStanding standing() {
        return standing;
    }

    /** The day on which the debtor went bankrupt or died; null when neither. */
    public @Nullable LocalDate standingSince() {
        return standingSince;
    }

    /** Since when the creditor shall deliver nothing more; null when it may. */
    public @Nullable LocalDate deliveryStoppedOn() {
        return deliveryStoppedOn;
    }

    public @Nullable String organisationNumber() {
        return organisationNumber;
    }

    /** The debtor's language, else that of the creditor's country: nb, sv or en. */
    public Locale language() {
        return language == null ? creditor.country().language() : Locale.forLanguageTag(language);
    }

    /** Whether address, telephone and mail address are shown to nobody and given to nobody. */
    public boolean isProtected() {
        return protectedAddress;
    }

    public @Nullable String email() {
        return email;
    }

    public @Nullable String phone() {
        return phone;
    }

    public Address address() {
        return address == null ? Address.NONE : address;
    }
}
