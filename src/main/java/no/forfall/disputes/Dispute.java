package no.forfall.disputes;

import java.time.LocalDate;
import java.util.UUID;
import no.forfall.shared.CaseNumber;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * An objection to a claim. Dates are local dates in the creditor's country.
 *
 * @param part what of the principal it concerns when the rest is not disputed; null when it concerns the whole claim
 * @param text what the debtor says; may be empty
 * @param raisedBy user name of who recorded it
 * @param holdsCase whether the case stands still because of it; false where the rest of the claim goes on, or the case is held
 *     for another reason
 * @param chargesBarred whether it was found right, so that no fee or compensation is charged on what is left of the claim
 * @param decidedOn null while it is open
 * @param comment why it was decided so; null while it is open or when nobody said
 * @param reopens the decided objection that this one takes up again; null for most
 * @param question what the debtor was asked last; null when nothing
 */
public record Dispute(
        UUID id,
        CaseNumber caseNumber,
        DisputeReason reason,
        @Nullable Money part,
        String text,
        LocalDate raisedOn,
        String raisedBy,
        boolean holdsCase,
        DisputeState state,
        boolean chargesBarred,
        @Nullable LocalDate decidedOn,
        @Nullable String comment,
        @Nullable UUID reopens,
        @Nullable Question question) {

    /**
     * @param answerBy the last day to answer
     * @param answer null as long as none came
     */
    public record Question(
            String text, LocalDate answerBy, @Nullable String answer) {}

    /** Whether the debtor was asked something and has not answered. */
    public boolean waitsForAnswer() {
        return state == DisputeState.OPEN && question != null && question.answer() == null;
    }

    /** Whether it concerns a part and nobody has decided yet. */
    public boolean isOpenPart() {
        return state == DisputeState.OPEN && part != null;
    }
}
