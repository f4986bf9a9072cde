package no.forfall.agency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.forfall.engine.ActivityBarred;
import no.forfall.engine.Label;
import no.forfall.law.LegalStep;
import no.forfall.law.Verdict;
import no.forfall.outbox.Delivery;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.LocalText;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Sends the claim to the collection agency, once. */
@Component
@Label(nb = "Overlever til inkasso", sv = "Lämna över till inkasso", en = "Hand over to an agency")
class HandOver implements AgencyActivity<HandOver.Input> {

    private static final LocalText ALREADY_THERE = new LocalText(
            "Kravet er alt hos et inkassoforetak. Kall det tilbake før det overleveres på nytt.",
            "Fordran finns redan hos ett inkassobolag. Återkalla den innan den lämnas över på nytt.",
            "The claim is with an agency already. Withdraw it before it is handed over again.");

    /** @param agency null for the agency of the settings */
    record Input(
            @Label(nb = "Inkassoforetak", sv = "Inkassobolag", en = "Agency") @Nullable
            String agency) {}

    private final Packages packages;
    private final HandoverTable table;
    private final Reports reports;
    private final AgencyLine line;
    private final AgencySettings settings;
    private final ObjectMapper json;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    HandOver(
            @Lazy Packages packages,
            @Lazy HandoverTable table,
            @Lazy Reports reports,
            AgencyLine line,
            AgencySettings settings,
            ObjectMapper json,
            ApplicationEventPublisher events,
            Clock clock) {
        this.packages = packages;
        this.table = table;
        this.reports = reports;
        this.line = line;
        this.settings = settings;
        this.json = json;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "handOver";
    }

    @Override
    public Class<Input> inputType() {
        return Input.class;
    }

    @Override
    public LegalStep legalStep(Input input) {
        return LegalStep.HAND_OVER;
    }

    @Override
    public Delivery prepare(UUID key, CaseNumber caseNumber, Input input, Verdict verdict, LocalDate today)
            throws ActivityBarred {
        boolean isOut = table.of(caseNumber).stream()
                .anyMatch(other -> !other.id().equals(key) && other.state().isLive());
        if (isOut) {
            throw new ActivityBarred(ALREADY_THERE);
        }
        String agency = Optional.ofNullable(input.agency()).orElse(settings.name());
        AgencyPackage made = packages.build(key, caseNumber, agency, today);
        Money principal = Money.of(
                CurrencyUnit.of(made.currency()), made.invoices().get(0).open().principal());
        String written = written(made);
        table.keep(key, caseNumber, agency, principal, written, clock.instant());
        return () -> line.send(AgencyMessage.handOver(key, written));
    }

    private String written(AgencyPackage made) {
        try {
            return json.writeValueAsString(made);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The package of case " + made.reference() + " cannot be written", e);
        }
    }

    @Override
    public Map<String, Object> delivered(UUID key, String receipt) {
        table.arrived(key, clock.instant());
        Handover handover = table.find(key).orElseThrow();
        String principal = handover.currency() + " " + handover.principal();
        events.publishEvent(new HandedOver(handover.caseNumber(), key, handover.agency(), principal));
        reports.catchUp(handover);
        return Map.of();
    }
}
