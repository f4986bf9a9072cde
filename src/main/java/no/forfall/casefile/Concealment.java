package no.forfall.casefile;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.forfall.cases.ProtectedAddresses;
import no.forfall.receivables.Address;
import no.forfall.receivables.Debtor;
import no.forfall.shared.CaseNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hides where a debtor with a protected address is reached, also in what was written before it was protected: facts that
 * hold nothing else, and the known address, telephone and mail address within other words.
 */
@Component
public class Concealment {

    private static final Set<String> FACTS =
            Set.of("recipient", "returnedFrom", "email", "phone", "address", "street", "postalCode", "city");
    private static final String HIDDEN = "•••";
    private static final int SHORTEST = 4;

    private final ProtectedAddresses addresses;

    Concealment(ProtectedAddresses addresses) {
        this.addresses = addresses;
    }

    /** What lies over the words of a case. */
    public static final class Veil {

        private static final Veil NONE = new Veil(null);

        private final @Nullable Pattern hidden;

        private Veil(@Nullable Pattern hidden) {
            this.hidden = hidden;
        }

        /** Whether anything is hidden. */
        public boolean hides() {
            return hidden != null;
        }

        /** The same words without what is hidden; null stays null. */
        public @Nullable String over(@Nullable String words) {
            return words == null || hidden == null
                    ? words
                    : hidden.matcher(words).replaceAll(HIDDEN);
        }

        /** The same facts without what is hidden; those that tell nothing else are empty. */
        public Map<String, Object> over(Map<String, Object> facts) {
            if (hidden == null) {
                return facts;
            }
            Map<String, Object> shown = new HashMap<>(facts);
            shown.replaceAll(
                    (name, value) -> FACTS.contains(name) ? "" : value instanceof String words ? over(words) : value);
            return shown;
        }
    }

    /** Nothing lies over a case whose debtor has no protected address. */
    @Transactional(readOnly = true)
    public Veil of(CaseNumber number) {
        Debtor debtor = addresses.debtorOf(number);
        return debtor.isProtected() ? new Veil(known(debtor)) : Veil.NONE;
    }

    private static Pattern known(Debtor debtor) {
        Address address = debtor.address();
        Set<String> values = new LinkedHashSet<>();
        Stream.of(debtor.email(), address.street(), debtor.phone(), digits(debtor.phone()), address.postalCode())
                .filter(Objects::nonNull)
                .map(String::strip)
                .filter(value -> value.length() >= SHORTEST)
                .forEach(values::add);
        String any = values.stream().map(Pattern::quote).collect(Collectors.joining("|"));
        return Pattern.compile(
                any.isEmpty() ? "(?!)" : "(?<![\\p{L}\\p{N}])(?:" + any + ")(?![\\p{L}\\p{N}])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static @Nullable String digits(@Nullable String phone) {
        return phone == null ? null : phone.replaceAll("\\D", "");
    }
}
