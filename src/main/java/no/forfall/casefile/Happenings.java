package no.forfall.casefile;

import java.time.LocalDate;
import no.forfall.api.Collisions;
import no.forfall.api.Invalid;
import no.forfall.cases.CaseNotOpen;
import no.forfall.cases.CaseState;
import no.forfall.cases.Cases;
import no.forfall.cases.DebtorEvents;
import no.forfall.cases.DeliveryStops;
import no.forfall.receivables.DebtorStanding;
import no.forfall.shared.CaseNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Takes what a person tells of a debtor or a creditor. Days are local dates in the creditor's country. */
@Service
public class Happenings {

    private static final int LONGEST_NOTE = 500;

    private final Cases cases;
    private final DebtorEvents events;
    private final DeliveryStops deliveries;

    Happenings(Cases cases, DebtorEvents events, DeliveryStops deliveries) {
        this.cases = cases;
        this.events = events;
        this.deliveries = deliveries;
    }

    /**
     * @param on the day on which it happened, today or earlier; null for today
     * @param fileBy the last day on which claims are filed with a bankrupt's estate; null when nobody has said
     * @throws Invalid when nothing is chosen, the note is missing, or a day cannot be, or it stands already
     * @throws CaseNotOpen when the case is closed
     */
    public void tell(
            CaseNumber number,
            @Nullable Happening what,
            @Nullable LocalDate on,
            @Nullable LocalDate fileBy,
            @Nullable String note) {
        String why = note(note);
        if (what == null) {
            throw new Invalid("what", "happening.choice");
        }
        CaseState state = cases.get(number).state();
        if (state == CaseState.CLOSED) {
            throw new CaseNotOpen(number, state);
        }
        DebtorEvents.Standing now = events.standing(number);
        switch (what) {
            case WITHDRAWN -> Collisions.retried(() -> cases.withdraw(number, why));
            case DELIVERY_STOP -> {
                if (now.deliveryStoppedOn() != null) {
                    throw new Invalid("what", "happening.stands");
                }
                Collisions.retried(() -> {
                    deliveries.stop(number, why);
                });
            }
            case INSOLVENT, DECEASED -> {
                LocalDate day = day(number, on, fileBy);
                if (now.standing() != DebtorStanding.NORMAL) {
                    throw new Invalid("what", "happening.stands");
                }
                DebtorStanding standing = DebtorStanding.valueOf(what.name());
                Collisions.retried(
                        () -> events.happened(number, standing, day, what == Happening.INSOLVENT ? fileBy : null, why));
            }
        }
    }

    private LocalDate day(CaseNumber number, @Nullable LocalDate on, @Nullable LocalDate fileBy) {
        LocalDate today = cases.today(number);
        LocalDate day = on == null ? today : on;
        if (day.isAfter(today)) {
            throw new Invalid("on", "happening.on.future");
        }
        if (fileBy != null && fileBy.isBefore(day)) {
            throw new Invalid("fileBy", "happening.fileBy.early");
        }
        return day;
    }

    private static String note(@Nullable String note) {
        if (note == null || note.isBlank() || note.strip().length() > LONGEST_NOTE) {
            throw new Invalid("note", "happening.note.required");
        }
        return note.strip();
    }

    /**
     * It was a mistake, or holds no longer.
     *
     * @throws Invalid when it does not stand, cannot be taken back, or the note is missing
     */
    public void takeBack(CaseNumber number, @Nullable Happening what, @Nullable String note) {
        String why = note(note);
        boolean stood = what != null
                && switch (what) {
                    case WITHDRAWN -> false;
                    case DELIVERY_STOP -> Collisions.retried(() -> deliveries.lift(number, why));
                    case INSOLVENT, DECEASED ->
                        events.standing(number).standing().name().equals(what.name())
                                && Collisions.retried(() -> events.end(number, why));
                };
        if (!stood) {
            throw new Invalid("what", "happening.stands.not");
        }
    }
}
