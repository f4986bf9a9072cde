package no.forfall.correspondence;

import java.util.LinkedHashMap;
import java.util.Map;
import no.forfall.cases.Cases;
import no.forfall.engine.ActivityBarred;
import no.forfall.engine.InvalidForm;
import no.forfall.receivables.Address;
import no.forfall.receivables.Debtor;
import no.forfall.receivables.Receivables;
import no.forfall.shared.CaseNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** How a debtor is reached, as people mend it. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class ContactData {

    private final Cases cases;
    private final Receivables receivables;
    private final Addressing addressing;
    private final ApplicationEventPublisher events;

    ContactData(Cases cases, Receivables receivables, Addressing addressing, ApplicationEventPublisher events) {
        this.cases = cases;
        this.receivables = receivables;
        this.addressing = addressing;
        this.events = events;
    }

    /** What a person says; null or blank where there is none. */
    public record Contact(
            @Nullable String email,
            @Nullable String street,
            @Nullable String postalCode,
            @Nullable String city) {}

    /**
     * Takes this in place of what was known of the debtor of a case.
     *
     * @throws InvalidForm when the mail address is none, a part of the postal address is missing, or no letter can be sent
     */
    public void mend(CaseNumber number, Contact contact) {
        Debtor debtor = receivables.invoice(cases.get(number).invoiceId()).debtor();
        Address given = address(contact, debtor);
        Map<String, String> faults = faults(text(contact.email()), given);
        // whoever mends a protected address does not see it, and leaves empty what stays
        boolean stays = debtor.isProtected();
        String email = stays && text(contact.email()) == null ? debtor.email() : text(contact.email());
        Address address = stays && given.equals(Address.NONE) ? debtor.address() : given;
        if (faults.isEmpty()) {
            debtor.reachAt(email, address);
            if (!isReached(debtor)) {
                faults.put("email", "form.required");
            }
        }
        if (!faults.isEmpty()) {
            throw new InvalidForm(faults);
        }
        events.publishEvent(
                new ContactDataChanged(number, email, address.canTakePost() ? Addressing.onPaper(debtor) : null));
    }

    private static Address address(Contact contact, Debtor debtor) {
        String known = debtor.address().countryCode();
        String country = known == null ? debtor.creditor().country().name() : known;
        Address address =
                new Address(text(contact.street()), text(contact.postalCode()), text(contact.city()), country);
        return address.street() == null && address.postalCode() == null && address.city() == null
                ? Address.NONE
                : address;
    }

    private static Map<String, String> faults(@Nullable String email, Address address) {
        Map<String, String> faults = new LinkedHashMap<>();
        if (email != null && !Addressing.isAddress(email)) {
            faults.put("email", "form.text");
        }
        if (!address.equals(Address.NONE)) {
            require(address.street(), "street", faults);
            require(address.postalCode(), "postalCode", faults);
            require(address.city(), "city", faults);
        }
        return faults;
    }

    private static void require(@Nullable String value, String field, Map<String, String> faults) {
        if (value == null) {
            faults.put(field, "form.required");
        }
    }

    private boolean isReached(Debtor debtor) {
        try {
            addressing.to(debtor, debtor.creditor(), Addressing.Wish.ANY_LETTER);
            return true;
        } catch (ActivityBarred noWay) {
            return false;
        }
    }

    private static @Nullable String text(@Nullable String given) {
        return given == null || given.isBlank() ? null : given.strip();
    }
}
