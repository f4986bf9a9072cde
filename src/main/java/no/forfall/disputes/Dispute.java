package no.forfall.disputes;

import java.time.LocalDate;
import java.util.UUID;
import no.forfall.shared.CaseNumber;
import org.jspecify.annotations.Nullable;

/**
 * An objection to a claim. Dates are local dates in the creditor's country.
 *
 * @param text what the debtor says; may be empty
 * @param raisedBy user name of who recorded it
 * @param holdsCase whether the case stands still because of it, and not for another reason
 * @param decidedOn null while it is open
 * @param comment why it was decided so; null while it is open or when nobody said
 */
public record Dispute(
        UUID id,
        CaseNumber caseNumber,
        DisputeReason reason,
        String text,
        LocalDate raisedOn,
        String raisedBy,
        boolean holdsCase,
        DisputeState state,
        @Nullable LocalDate decidedOn,
        @Nullable String comment) {}
