package no.forfall.casefile;

import java.time.LocalDate;
import no.forfall.receivables.Balance;
import org.jspecify.annotations.Nullable;

/**
 * A debtor who is spared from the ladder, or shall be. Days are local dates in the creditor's country.
 *
 * @param owner user name of who asked for it
 * @param approvedBy user name of the manager who said yes; null while nobody has
 * @param beginsOn its first day; null while it is only asked for
 * @param until the last day that was planned
 * @param endedOn its last day; null while it lasts
 * @param owed what is open today, part by part
 * @param daysOverdue since the due date; the exemption does not stop it
 */
public record Exemption(
        long id,
        String caseNumber,
        String debtor,
        String creditor,
        String reason,
        String owner,
        @Nullable String approvedBy,
        State state,
        @Nullable LocalDate beginsOn,
        LocalDate until,
        @Nullable LocalDate endedOn,
        Balance owed,
        long daysOverdue) {

    /** How far it has come. */
    public enum State {
        ASKED,
        ACTIVE,
        EXPIRED
    }
}
