package no.forfall.cases;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import no.forfall.shared.CaseNumber;
import org.hibernate.annotations.Formula;
import org.jspecify.annotations.Nullable;

/** Follows one invoice from the first reminder to its end. */
@Entity
public class CollectionCase {

    @Id
    private String number;

    private long invoiceId;

    @Enumerated(EnumType.STRING)
    private CaseState state = CaseState.OPEN;

    @Enumerated(EnumType.STRING)
    private @Nullable ClosingReason closingReason;

    private Instant openedAt;
    private @Nullable Instant closedAt;
    private @Nullable Instant heldSince;
    private @Nullable String holdReason;
    private @Nullable LocalDate holdUntil;

    /** Read with the case, so that the end of an ordinary one asks for nothing more. */
    @Formula("(select d.standing <> 'NORMAL' or d.delivery_stopped_on is not null from app.invoice i"
            + " join app.debtor d on d.id = i.debtor_id where i.id = invoice_id)")
    private @Nullable Boolean debtorWatched;

    @SuppressWarnings("NullAway.Init")
    protected CollectionCase() {}

    CollectionCase(CaseNumber number, long invoiceId, Instant openedAt) {
        this.number = number.value();
        this.invoiceId = invoiceId;
        this.openedAt = openedAt;
    }

    /** @throws CaseNotOpen when it is held already or closed */
    void hold(String reason, @Nullable LocalDate until, Instant now) {
        if (state != CaseState.OPEN) {
            throw new CaseNotOpen(number(), state);
        }
        state = CaseState.HELD;
        heldSince = now;
        holdReason = reason;
        holdUntil = until;
    }

    /** @throws CaseNotOpen when it is not held */
    void isHeldFor(String reason) {
        if (state != CaseState.HELD) {
            throw new CaseNotOpen(number(), state);
        }
        holdReason = reason;
        holdUntil = null;
    }

    /** @throws CaseNotOpen when it is not held */
    void resume() {
        if (state != CaseState.HELD) {
            throw new CaseNotOpen(number(), state);
        }
        state = CaseState.OPEN;
        heldSince = null;
        holdReason = null;
        holdUntil = null;
    }

    void close(ClosingReason reason, Instant now) {
        state = CaseState.CLOSED;
        closingReason = reason;
        closedAt = now;
    }

    /** @throws CaseNotOpen when it is not closed */
    void reopen() {
        if (state != CaseState.CLOSED) {
            throw new CaseNotOpen(number(), state);
        }
        state = CaseState.OPEN;
        closingReason = null;
        closedAt = null;
    }

    public CaseNumber number() {
        return new CaseNumber(number);
    }

    public long invoiceId() {
        return invoiceId;
    }

    public CaseState state() {
        return state;
    }

    public @Nullable ClosingReason closingReason() {
        return closingReason;
    }

    /** Whether the debtor was bankrupt or dead, or was delivered nothing, when the case was read. */
    boolean isDebtorWatched() {
        return Boolean.TRUE.equals(debtorWatched);
    }

    public Instant openedAt() {
        return openedAt;
    }

    public @Nullable Instant closedAt() {
        return closedAt;
    }

    public @Nullable Instant heldSince() {
        return heldSince;
    }

    public @Nullable String holdReason() {
        return holdReason;
    }

    /** The last day of the hold, in the creditor's country; null when it has no end. */
    public @Nullable LocalDate holdUntil() {
        return holdUntil;
    }
}
