package no.forfall.correspondence;

import java.util.Set;
import no.forfall.receivables.Creditor;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param from the address that all letters are sent from, one that the mail server may use; null sends from the creditor's
 *     own
 * @param daysToPay the days to pay where a diagram names none; the law may ask for more
 * @param compensationBy organisation numbers of the creditors that claim the standard compensation for late payment from
 *     other businesses, in place of fees. Nobody does where nothing is set: it is a right and no duty, and it is ten times
 *     a reminder fee
 * @param pageDays how many days after its date the page that a letter names can be opened
 * @param daysToPost how long a printed letter may lie before it is posted; its deadline is counted from then
 * @param ehf whether reminders to public bodies in Norway are laid into the folder {@code letters/ehf} of the home, from
 *     which an access point takes them
 */
@ConfigurationProperties("forfall.letters")
record LetterSettings(
        @Nullable String from,
        @DefaultValue("14") int daysToPay,
        @DefaultValue("3") int daysToPost,
        @DefaultValue("false") boolean ehf,
        @DefaultValue("90") int pageDays,
        @DefaultValue Set<String> compensationBy) {

    /** Whether the creditor has chosen to claim it. */
    boolean claimsCompensation(Creditor creditor) {
        return compensationBy.contains(creditor.organisationNumber());
    }
}
