package no.forfall.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import no.forfall.disputes.Dispute;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** A case as {@code cases/case.html} reads it; texts are in the reader's language. */
public record CaseView(
        String number,
        String creditor,
        LocalDate openedOn,
        @Nullable LocalDate overdueSince,
        long daysOverdue,
        String state,
        String stateText,
        String stateTone,
        String lawPack,
        @Nullable LocalDate heldUntil,
        @Nullable String heldBecause,
        Party debtor,
        Ledger balance,
        @Nullable Next next,
        List<Refusal> refusals,
        @Nullable Disputed disputed,
        boolean decided,
        @Nullable Task task) {

    public String href() {
        return "/cases/" + number;
    }

    public record Party(
            String name,
            @Nullable String organisationNumber,
            @Nullable String address,
            @Nullable String email,
            @Nullable String phone,
            String language,
            String languageTag,
            boolean protectedAddress) {}

    /**
     * @param total what is to be paid now; without what is disputed
     * @param apart what a dispute of a part takes out of the total; null when none is open
     * @param toRefund what the creditor owes the debtor; zero for most
     * @param waiting what was paid beyond the claim and waits to be given back; zero for most
     */
    public record Ledger(Money total, @Nullable Apart apart, Money toRefund, Money waiting, List<Line> lines) {

        public boolean refundable() {
            return toRefund.plus(waiting).isPositive();
        }
    }

    /**
     * A disputed part of the principal beside the rest, which alone is asked for.
     *
     * @param interest on the rest, as the next letter that asks for interest would ask for it
     * @param disputed of the principal
     * @param disputedInterest what has run on that, asked for by nobody meanwhile
     * @param resting fees, compensation and costs that stand and are not asked for meanwhile; zero for most
     */
    public record Apart(Money interest, Money disputed, Money disputedInterest, Money resting) {}

    /**
     * @param covered what was paid, credited, waived or written off, less what was refunded
     * @param share per cent of what is open, 0 to 100
     */
    public record Line(String kind, Money claimed, Money covered, Money open, int share) {}

    /**
     * One line of the ledger.
     *
     * @param part of the claim, as {@code kind} of a {@link Line}
     * @param amount negative when it lowers what is open
     * @param open of the part after it
     * @param href the letter it comes from
     */
    public record Booking(
            LocalDate on,
            String part,
            String text,
            @Nullable String why,
            @Nullable String who,
            @Nullable String href,
            Money amount,
            Money open) {}

    /**
     * How late interest comes about, in sentences.
     *
     * @param over how much more was demanded than has run, because a payment was older than the demand; null when not
     * @param disputed what has run on a disputed part of the principal, in none of the others; null when no part is disputed
     */
    public record InterestWork(
            LocalDate from,
            LocalDate through,
            boolean complete,
            List<Stretch> stretches,
            Money total,
            Money demanded,
            Money accrued,
            @Nullable Money over,
            @Nullable Money disputed) {}

    /** @param why why a new stretch begins */
    public record Stretch(String text, String why) {}

    public record Next(
            String what,
            @Nullable LocalDate on,
            @Nullable String why,
            @Nullable String rule) {}

    public record Refusal(
            String action,
            String reason,
            String rule,
            @Nullable LocalDate from) {}

    public record Task(String title, String href) {}

    public record InvoiceLine(
            String number,
            LocalDate issuedOn,
            LocalDate dueOn,
            long daysOverdue,
            @Nullable String reference,
            Money original,
            Money open) {}

    public record PaymentLine(
            LocalDate on,
            Money amount,
            @Nullable String reference,
            String allocated,
            @Nullable String order) {}

    /**
     * @param href where it is opened; null when the person signed in may not
     * @param returned why it came back; null when it did not
     * @param counts whether it may still be told that it came back
     */
    public record LetterLine(
            String id,
            String title,
            @Nullable String href,
            String channel,
            @Nullable Instant at,
            String stateText,
            String stateTone,
            @Nullable String returned,
            boolean counts) {}

    /**
     * @param part what of the principal is disputed; null when the whole claim is
     * @param question what the debtor was asked about it; null when nothing
     */
    public record Disputed(
            String reason, LocalDate since, @Nullable Money part, Dispute.@Nullable Question question) {}

    public record Diagram(String src, String marks, String version) {}
}
