package no.forfall.webhooks;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What other systems are told of. The name is part of the contract with them; the event is ours. */
public enum EventKind {
    CASE_OPENED("case.opened", "CaseOpened"),
    LETTER_SENT("letter.sent", "LetterSent"),
    /** A fee, interest or compensation; told from the books and not from an event of a case. */
    CHARGE_MADE("charge.made", null),
    PAYMENT_POSTED("payment.posted", "PaymentPosted"),
    PAYMENT_TAKEN_BACK("payment.taken_back", "PaymentTakenBack"),
    CASE_HELD("case.held", "CaseHeld"),
    CASE_RESUMED("case.resumed", "CaseResumed"),
    HANDED_OVER("case.handed_over", "HandedOver"),
    WRITTEN_OFF("claim.written_off", "ClaimWrittenOff"),
    DELIVERY_STOPPED("debtor.deliveryStop", "DeliveryStopped"),
    DELIVERY_STOP_LIFTED("debtor.deliveryStopLifted", "DeliveryStopLifted"),
    CASE_REOPENED("case.reopened", "CaseReopened"),
    CASE_CLOSED("case.closed", "CaseClosed");

    private final String wire;
    private final @Nullable String event;

    EventKind(String wire, @Nullable String event) {
        this.wire = wire;
        this.event = event;
    }

    /** As it stands in deliveries. */
    public String wire() {
        return wire;
    }

    static Optional<EventKind> of(Object event) {
        return Arrays.stream(values())
                .filter(kind -> event.getClass().getSimpleName().equals(kind.event))
                .findFirst();
    }

    /** The simple name of our event; null when it is told from the books. */
    @Nullable
    String event() {
        return event;
    }

    /** By the name on the wire. */
    public static Optional<EventKind> named(String wire) {
        return Arrays.stream(values()).filter(kind -> kind.wire.equals(wire)).findFirst();
    }
}
