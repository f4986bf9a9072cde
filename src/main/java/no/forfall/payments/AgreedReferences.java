package no.forfall.payments;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import no.forfall.api.Invalid;
import no.forfall.identity.CurrentPerson;
import no.forfall.identity.Role;
import no.forfall.receivables.ReferenceAgreement;
import no.forfall.receivables.ReferenceAgreements;
import no.forfall.receivables.ReferenceAgreements.Standing;
import no.forfall.references.CheckDigit;
import no.forfall.references.KidRule;
import no.forfall.references.OcrRule;
import no.forfall.references.ReferenceRule;
import no.forfall.shared.Country;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes what a person or a program says of a creditor's agreement with its bank on payment references. */
@Service
@Transactional
public class AgreedReferences {

    private static final int MOST_LENGTHS = 3;
    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,3}");

    /**
     * What is asked for, as it was written.
     *
     * @param checkDigits {@code MOD10}, {@code MOD11} or both; none when the agreement is not known
     * @param lengthDigit whether the digit before the last is the length (Sweden)
     * @param lengths up to three from 2 to 25; none for any
     * @param generates whether invoices without a reference get one from us
     */
    public record Wanted(List<String> checkDigits, boolean lengthDigit, List<String> lengths, boolean generates) {}

    private final ReferenceAgreements agreements;

    AgreedReferences(ReferenceAgreements agreements) {
        this.agreements = agreements;
    }

    /** The creditors by name, those with an agreement first; at most five hundred. */
    @Transactional(readOnly = true)
    public List<Standing> all() {
        return agreements.all();
    }

    /** @throws java.util.NoSuchElementException when there is no creditor of that organisation number */
    @Transactional(readOnly = true)
    public Standing of(String organisationNumber) {
        return agreements.ofOrganisation(organisationNumber);
    }

    /**
     * @throws Invalid names the field at fault
     * @throws AccessDeniedException when it is neither a manager nor an administrator who says so
     * @throws java.util.NoSuchElementException when there is no such creditor
     */
    public void agree(long creditorId, Wanted wanted) {
        if (!CurrentPerson.has(Role.MANAGER, Role.ADMIN)) {
            throw new AccessDeniedException("Only a manager or an administrator says what a creditor has agreed");
        }
        Country country = agreements.standing(creditorId).country();
        agreements.set(creditorId, agreement(country, wanted), CurrentPerson.name());
    }

    private static @Nullable ReferenceAgreement agreement(Country country, Wanted wanted) {
        Set<CheckDigit> digits = digits(country, wanted.checkDigits());
        Set<Integer> lengths = lengths(wanted.lengths());
        if (wanted.lengthDigit() && country != Country.SE) {
            throw new Invalid("lengthDigit", "payments.references.invalid.lengthDigit");
        }
        if (digits.isEmpty()) {
            if (wanted.lengthDigit() || !lengths.isEmpty() || wanted.generates()) {
                throw new Invalid("checkDigits", "payments.references.invalid.none");
            }
            return null;
        }
        if (wanted.generates() && lengths.isEmpty()) {
            throw new Invalid("lengths", "payments.references.invalid.noLength");
        }
        ReferenceRule rule =
                country == Country.SE ? new OcrRule(wanted.lengthDigit(), lengths) : new KidRule(digits, lengths);
        return new ReferenceAgreement(rule, wanted.generates());
    }

    private static Set<CheckDigit> digits(Country country, List<String> names) {
        Set<CheckDigit> digits = EnumSet.noneOf(CheckDigit.class);
        for (String name : names) {
            digits.add(List.of(CheckDigit.values()).stream()
                    .filter(digit -> digit.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new Invalid("checkDigits", "payments.references.invalid.digit", name)));
        }
        if (country == Country.SE && digits.contains(CheckDigit.MOD11)) {
            throw new Invalid("checkDigits", "payments.references.invalid.swedish");
        }
        return digits;
    }

    private static Set<Integer> lengths(List<String> words) {
        Set<Integer> lengths = new HashSet<>();
        for (String word : words) {
            int length = LENGTH.matcher(word).matches() ? Integer.parseInt(word) : 0;
            if (length < ReferenceRule.SHORTEST || length > ReferenceRule.LONGEST) {
                throw new Invalid(
                        "lengths",
                        "payments.references.invalid.length",
                        word,
                        ReferenceRule.SHORTEST,
                        ReferenceRule.LONGEST);
            }
            lengths.add(length);
        }
        if (lengths.size() > MOST_LENGTHS) {
            throw new Invalid("lengths", "payments.references.invalid.lengths", MOST_LENGTHS);
        }
        return lengths;
    }
}
