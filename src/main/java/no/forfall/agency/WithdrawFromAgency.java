package no.forfall.agency;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.forfall.engine.ActivityBarred;
import no.forfall.engine.Label;
import no.forfall.law.Verdict;
import no.forfall.outbox.Delivery;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.LocalText;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Tells the agency that the claim is the creditor's to follow again. */
@Component
@Label(nb = "Trekk tilbake fra inkasso", sv = "Återkalla från inkasso", en = "Withdraw from the agency")
class WithdrawFromAgency implements AgencyActivity<WithdrawFromAgency.Input> {

    static final String NAME = "withdrawFromAgency";

    private static final LocalText NOT_THERE = new LocalText(
            "Kravet er ikke hos et inkassoforetak, så det er ingenting å trekke tilbake.",
            "Fordran finns inte hos ett inkassobolag, så det finns inget att återkalla.",
            "The claim is not with an agency, so there is nothing to withdraw.");

    /** @param reason null for what was said when the claim was called back */
    record Input(
            @Label(nb = "Grunn", sv = "Orsak", en = "Reason") @Nullable
            String reason) {}

    record Withdrawal(UUID key, UUID handoverId, String reference, LocalDate withdrawnOn, String reason) {}

    private final HandoverTable table;
    private final Notices notices;
    private final AgencyLine line;

    WithdrawFromAgency(@Lazy HandoverTable table, @Lazy Notices notices, AgencyLine line) {
        this.table = table;
        this.notices = notices;
        this.line = line;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<Input> inputType() {
        return Input.class;
    }

    @Override
    public Delivery prepare(UUID key, CaseNumber caseNumber, Input input, Verdict verdict, LocalDate today)
            throws ActivityBarred {
        Handover handover = table.newest(caseNumber)
                .filter(newest -> newest.state().isLive())
                .orElseThrow(() -> new ActivityBarred(NOT_THERE));
        String reason = Optional.ofNullable(input.reason())
                .or(() -> Optional.ofNullable(handover.withdrawal()))
                .orElse("");
        Notices.Kept kept =
                notices.keep(key, handover.id(), new Withdrawal(key, handover.id(), caseNumber.value(), today, reason));
        return () -> line.send(AgencyMessage.withdrawal(kept));
    }

    @Override
    public Map<String, Object> delivered(UUID key, String receipt) {
        table.move(notices.find(key).handover(), HandoverState.WITHDRAWN);
        return Map.of();
    }
}
