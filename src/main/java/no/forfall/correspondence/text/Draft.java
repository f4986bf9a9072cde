package no.forfall.correspondence.text;

import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import no.forfall.correspondence.Channel;
import no.forfall.correspondence.LetterType;
import no.forfall.law.Verdict;
import no.forfall.policy.LetterTerms;
import no.forfall.receivables.Invoice;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.Country;
import org.jspecify.annotations.Nullable;

/**
 * A letter before it is put in words.
 *
 * @param recipient the mail address, or name and postal address on one line
 * @param sender the mail address it is sent from; null on paper
 * @param payableOn the day on which payment of the invoice is or was in time
 * @param deadline the last day to pay that it gives; null when it gives none
 * @param verdict what the law said of it on the day
 * @param terms what the creditor's policy chose; deadline and demand follow it already
 * @param nextStepOn the first day of what comes next when nothing is paid
 * @param matter what a letter that only tells speaks of; {@link Matter#NONE} for a demand
 * @param page the address of the debtor's own page for this letter; null when the house has none
 */
public record Draft(
        UUID key,
        CaseNumber caseNumber,
        LetterType type,
        Verdict verdict,
        Channel channel,
        @Nullable String sender,
        String recipient,
        Locale language,
        LocalDate dated,
        LocalDate payableOn,
        @Nullable LocalDate deadline,
        LocalDate nextStepOn,
        Demand demand,
        LetterTerms terms,
        Invoice invoice,
        Matter matter,
        @Nullable String page) {

    /** The same in another language. */
    public Draft in(Locale other) {
        return new Draft(
                key,
                caseNumber,
                type,
                verdict,
                channel,
                sender,
                recipient,
                other,
                dated,
                payableOn,
                deadline,
                nextStepOn,
                demand,
                terms,
                invoice,
                matter,
                page);
    }

    /** The same as another letter that gives no deadline either. */
    public Draft as(LetterType other) {
        return new Draft(
                key,
                caseNumber,
                other,
                verdict,
                channel,
                sender,
                recipient,
                language,
                dated,
                payableOn,
                deadline,
                nextStepOn,
                demand,
                terms,
                invoice,
                matter,
                page);
    }

    /** Whether its address stands on the right, as in the window envelopes of Sweden; else on the left. */
    public boolean hasWindowOnTheRight() {
        return invoice.creditor().country() == Country.SE;
    }

    /** Whether it announces a hand-over where a statutory notice may not be sent (NO-F1). */
    public boolean announces() {
        return verdict instanceof Verdict.AllowedAsAnnouncement;
    }
}
