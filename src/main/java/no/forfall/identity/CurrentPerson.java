package no.forfall.identity;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;

/** Who acts right now. */
public final class CurrentPerson {

    /** Stands in the journal where no person acted. */
    public static final String NOBODY = "forfall";

    /** Stands in the journal for what debtors say on their own page; no person of the house has this name. */
    public static final String DEBTOR = "debtor";

    private CurrentPerson() {}

    /** The user name of the person signed in, or {@link #NOBODY}. */
    public static String name() {
        return authentication().map(Authentication::getName).orElse(NOBODY);
    }

    /** Whether the person signed in has one of the roles; nobody has none. */
    public static boolean has(Role... roles) {
        return authentication()
                .map(person -> person.getAuthorities().stream().anyMatch(granted -> java.util.Arrays.stream(roles)
                        .anyMatch(role -> role.authority().equals(granted.getAuthority()))))
                .orElse(false);
    }

    /** Runs what happens by itself, whoever set it off: inside, {@link #name()} is {@link #NOBODY}. */
    public static <T> T nobody(Supplier<T> work) {
        SecurityContext person = SecurityContextHolder.getContext();
        SecurityContextHolder.clearContext();
        try {
            return work.get();
        } finally {
            SecurityContextHolder.setContext(person);
        }
    }

    /**
     * Runs what somebody has asked for and does not wait for: inside, {@link #name()} is theirs, with the roles that they have
     * now.
     */
    public static <T> T as(Person person, Supplier<T> work) {
        SecurityContext before = SecurityContextHolder.getContext();
        SecurityContextHolder.setContext(new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(
                person.userName(),
                null,
                person.roles().stream()
                        .map(role -> new SimpleGrantedAuthority(role.authority()))
                        .toList())));
        try {
            return work.get();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    /** Runs what a debtor sets off: inside, {@link #name()} is {@link #DEBTOR}, who has no role. */
    public static <T> T debtor(Supplier<T> work) {
        SecurityContext person = SecurityContextHolder.getContext();
        SecurityContextHolder.setContext(
                new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(DEBTOR, null, List.of())));
        try {
            return work.get();
        } finally {
            SecurityContextHolder.setContext(person);
        }
    }

    private static Optional<Authentication> authentication() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .filter(authentication -> !(authentication instanceof AnonymousAuthenticationToken));
    }
}
