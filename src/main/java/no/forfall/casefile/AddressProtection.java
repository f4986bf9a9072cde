package no.forfall.casefile;

import no.forfall.api.Collisions;
import no.forfall.api.Invalid;
import no.forfall.cases.ProtectedAddresses;
import no.forfall.identity.CurrentPerson;
import no.forfall.identity.Role;
import no.forfall.receivables.Debtor;
import no.forfall.shared.CaseNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;

/** Protects where a debtor is reached on a person's word, and shows it to whom may see it. */
@Service
public class AddressProtection {

    private static final int LONGEST_REASON = 500;

    private final ProtectedAddresses addresses;

    AddressProtection(ProtectedAddresses addresses) {
        this.addresses = addresses;
    }

    /** How a debtor is reached; null where it is not known. */
    public record Reached(
            @Nullable String address,
            @Nullable String email,
            @Nullable String phone) {}

    /** @throws Invalid when there is no reason, it is too long, or the address is protected already */
    public void protect(CaseNumber number, @Nullable String reason) {
        String why = reason(reason);
        if (!Collisions.retried(() -> addresses.protect(number, why))) {
            throw new Invalid("reason", "protected.before");
        }
    }

    /** @throws Invalid when there is no reason, it is too long, or the address is not protected */
    public void end(CaseNumber number, @Nullable String reason) {
        String why = reason(reason);
        if (!Collisions.retried(() -> addresses.end(number, why))) {
            throw new Invalid("reason", "protected.not");
        }
    }

    /**
     * Shows it once; the journal keeps that.
     *
     * @throws AccessDeniedException when the person signed in is no manager
     */
    public Reached reveal(CaseNumber number) {
        if (!mayReveal()) {
            throw new AccessDeniedException("Only a manager sees a protected address");
        }
        Debtor debtor = Collisions.retried(() -> addresses.reveal(number));
        return new Reached(CaseFiles.address(debtor.address()), debtor.email(), debtor.phone());
    }

    /** Whether the person signed in may see protected addresses. */
    public static boolean mayReveal() {
        return CurrentPerson.has(Role.MANAGER);
    }

    private static String reason(@Nullable String reason) {
        if (reason == null || reason.isBlank() || reason.strip().length() > LONGEST_REASON) {
            throw new Invalid("reason", "protected.reason.required");
        }
        return reason.strip();
    }
}
