package no.forfall.agency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import no.forfall.ForfallTest;
import no.forfall.cases.CaseState;
import no.forfall.cases.Cases;
import no.forfall.cases.ClosingReason;
import no.forfall.cases.Token;
import no.forfall.cases.Tokens;
import no.forfall.engine.Flow;
import no.forfall.home.ForfallHome;
import no.forfall.journal.Journal;
import no.forfall.journal.JournalEntry;
import no.forfall.outbox.EffectState;
import no.forfall.outbox.Outbox;
import no.forfall.outbox.QueuedEffect;
import no.forfall.shared.CaseNumber;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@ForfallTest
@Import({Claims.class, NoticesSent.class})
class HandOverTest {

    @Autowired
    Claims claims;

    @Autowired
    Handovers handovers;

    @Autowired
    Cases cases;

    @Autowired
    Flow flow;

    @Autowired
    Tokens tokens;

    @Autowired
    Outbox outbox;

    @Autowired
    Journal journal;

    @Autowired
    ForfallHome home;

    @Autowired
    ObjectMapper json;

    @Test
    void putsThePackageWithThatMomentsFactsIntoTheFolder() throws IOException {
        CaseNumber number = claims.complete();
        claims.pay(number, "NOK 250.00", "payment:early");
        claims.sendToAgency(number);
        claims.pay(number, "NOK 50.00", "payment:while queued");
        outbox.runDue();

        Handover handover = handovers.of(number).get(0);
        JsonNode sent = file(handover.id() + ".json");
        assertThat(handover.state()).isEqualTo(HandoverState.OUT);
        assertThat(sent).isEqualTo(handover.content());
        assertThat(sent.path("reference").asText()).isEqualTo(number.value());
        assertThat(sent.path("handedOverOn").asText()).isEqualTo("2026-04-20");
        assertThat(sent.path("disputed").asBoolean()).isFalse();
        assertThat(sent.at("/debtor/type").asText()).isEqualTo("BUSINESS");
        assertThat(sent.at("/debtor/organisationNumber").asText()).isEqualTo("974760673");
        assertThat(sent.at("/debtor/email").asText()).isEqualTo("post@fjell.example");
        assertThat(sent.at("/debtor/address/city").asText()).isEqualTo("Oslo");
        assertThat(sent.at("/notice/deadline").asText()).isEqualTo("2026-04-13");
        assertThat(sent.at("/letters/0/fee").asDouble()).isEqualTo(38);
        JsonNode invoice = sent.at("/invoices/0");
        assertThat(invoice.path("originalAmount").asDouble()).isEqualTo(1000);
        assertThat(invoice.at("/open/principal").asDouble()).isEqualTo(700);
        assertThat(invoice.at("/open/fees").asDouble()).isEqualTo(38);
        assertThat(invoice.path("lines").findValuesAsText("amount"))
                .containsExactlyInAnyOrder("38.0", "-250.0", "-50.0");
        assertThat(invoice.at("/interest/0/from").asText()).isEqualTo("2026-03-17");
        assertThat(invoice.at("/interest/0/percentAYear").asDouble()).isEqualTo(12);
        assertThat(elements(number)).contains("waitForAgency");
        assertThat(journal.of(number, Long.MAX_VALUE, 100))
                .extracting(JournalEntry::kind)
                .contains("HandedOver");
    }

    @Test
    void waitsForAPersonUntilTheAgencyCouldReachTheDebtor() {
        CaseNumber number = claims.againstAStranger();
        claims.sendToAgency(number);
        outbox.runDue();
        QueuedEffect effect = outbox.standing(number).get(0);
        assertThat(effect.state()).isEqualTo(EffectState.BARRED);
        assertThat(effect.rule()).isNull();
        assertThat(effect.reason()).contains("complete postal address, e-mail or phone", "fullstendig postadresse");
        assertThat(handovers.of(number)).isEmpty();

        claims.reachDebtor(number);
        outbox.tryAgain(effect.effect().key());
        outbox.runDue();
        assertThat(handovers.of(number)).extracting(Handover::state).containsExactly(HandoverState.OUT);
    }

    @Test
    void keepsAClaimWhosePrincipalIsPaid() {
        CaseNumber number = claims.complete();
        claims.pay(number, "NOK 1000.00", "payment:principal");
        claims.sendToAgency(number);
        outbox.runDue();
        assertThat(outbox.standing(number)).extracting(QueuedEffect::state).containsExactly(EffectState.BARRED);
        assertThat(handovers.of(number)).isEmpty();
    }

    @Test
    void doesNotSendAClaimTwiceWhileTheAgencyHasIt() {
        CaseNumber number = claims.sent();
        outbox.runDue();
        claims.sendToAgency(number);
        outbox.runDue();
        assertThat(outbox.standing(number)).extracting(QueuedEffect::reason).anyMatch(text -> text.contains("already"));
        assertThat(handovers.of(number)).hasSize(1);
    }

    @Test
    void reportsMoneyThatComesStraightToTheCreditor() throws IOException {
        CaseNumber number = claims.sent();
        outbox.runDue();
        UUID handover = handovers.of(number).get(0).id();
        claims.pay(number, "NOK 400.00", "payment:first");
        outbox.runDue();
        JsonNode partly = report(handover, 600);
        assertThat(partly.at("/movements/0/amount").asDouble()).isEqualTo(-400);
        assertThat(partly.path("closed").isNull()).isTrue();

        claims.pay(number, "NOK 638.00", "payment:rest");
        outbox.runDue();
        assertThat(cases.get(number).state()).isEqualTo(CaseState.CLOSED);
        assertThat(report(handover, 0).path("closed").asText()).isEqualTo("PAID");
        assertThat(handovers.of(number)).extracting(Handover::state).containsExactly(HandoverState.SETTLED);
        assertThat(outbox.standing(number)).isEmpty();
    }

    @Test
    void tellsTheAgencyOnceWhenTheCaseIsWrittenOff() throws IOException {
        CaseNumber number = claims.sent();
        outbox.runDue();
        cases.close(number, ClosingReason.WRITTEN_OFF);
        outbox.runDue();
        UUID handover = handovers.of(number).get(0).id();
        JsonNode report = report(handover, 0);
        assertThat(report.path("closed").asText()).isEqualTo("WRITTEN_OFF");
        assertThat(countReports(handover)).isEqualTo(1);
        assertThat(report.path("movements").findValuesAsText("kind")).contains("WRITE_OFF");
        assertThat(handovers.of(number)).extracting(Handover::state).containsExactly(HandoverState.SETTLED);
    }

    @Test
    void callsTheClaimBackAndTellsTheAgency() throws IOException {
        CaseNumber number = claims.sent();
        outbox.runDue();
        UUID handover = handovers.of(number).get(0).id();
        handovers.withdraw(number, "The customer pays by instalments");
        assertThatThrownBy(() -> handovers.withdraw(number, "Again")).isInstanceOf(NotWithAgency.class);
        outbox.runDue();
        assertThat(file(handover + "-withdrawal.json").path("reason").asText())
                .isEqualTo("The customer pays by instalments");
        assertThat(handovers.of(number)).extracting(Handover::state).containsExactly(HandoverState.WITHDRAWN);
        assertThat(ends(number)).contains("withdrawn");
    }

    @Test
    void tellsTheAgencyOfAWithdrawalThatNoProcessHears() throws IOException {
        CaseNumber number = claims.sent();
        outbox.runDue();
        flow.end(number, "as a diagram does that does not wait for the agency");
        UUID handover = handovers.of(number).get(0).id();
        handovers.withdraw(number, "Paid in cash");
        outbox.runDue();
        assertThat(handovers.of(number)).extracting(Handover::state).containsExactly(HandoverState.WITHDRAWN);
        assertThat(file(handover + "-withdrawal.json").path("handoverId").asText())
                .isEqualTo(handover.toString());
    }

    private JsonNode report(UUID handover, double principal) throws IOException {
        try (var files = Files.list(folder())) {
            for (Path file : files.toList()) {
                JsonNode report = json.readTree(file.toFile());
                if (file.getFileName().toString().startsWith(handover + "-report-")
                        && report.at("/open/principal").asDouble() == principal) {
                    return report;
                }
            }
        }
        throw new AssertionError("No report of an open principal of " + principal);
    }

    private long countReports(UUID handover) throws IOException {
        try (var files = Files.list(folder())) {
            return files.filter(file -> file.getFileName().toString().startsWith(handover + "-report-"))
                    .count();
        }
    }

    private JsonNode file(String name) throws IOException {
        return json.readTree(folder().resolve(name).toFile());
    }

    private Path folder() {
        return home.home().resolve("agency/out");
    }

    private List<String> elements(CaseNumber number) {
        return tokens.of(number).stream().map(Token::element).toList();
    }

    private List<Object> ends(CaseNumber number) {
        return journal.of(number, Long.MAX_VALUE, 100).stream()
                .filter(entry -> entry.kind().equals("ProcessEnded"))
                .map(entry -> entry.facts().get("element"))
                .toList();
    }
}
