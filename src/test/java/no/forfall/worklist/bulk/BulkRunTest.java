package no.forfall.worklist.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import no.forfall.ForfallTest;
import no.forfall.House;
import no.forfall.Samples;
import no.forfall.api.Invalid;
import no.forfall.cases.CaseState;
import no.forfall.cases.Cases;
import no.forfall.cases.CollectionCase;
import no.forfall.engine.Edition;
import no.forfall.engine.Editions;
import no.forfall.engine.Flow;
import no.forfall.identity.CurrentPerson;
import no.forfall.identity.People;
import no.forfall.identity.Role;
import no.forfall.law.DebtorKind;
import no.forfall.receivables.Debtor;
import no.forfall.receivables.Invoice;
import no.forfall.receivables.Receivables;
import no.forfall.receivables.Registry;
import no.forfall.shared.Country;
import no.forfall.shared.InOneGo;
import no.forfall.worklist.WorkFilter;
import no.forfall.worklist.WorkItem;
import no.forfall.worklist.Worklist;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What a run says beforehand and does afterwards, also when it is broken off. */
@ForfallTest
class BulkRunTest {

    private static final LocalDate UNTIL = LocalDate.parse("2026-04-01");
    private static final BulkOrder HOLD = new BulkOrder(BulkAction.HOLD, null, "PAYMENT_EXPECTED", UNTIL, null, null);

    @Autowired
    BulkRuns runs;

    @Autowired
    BulkTurns turns;

    @Autowired
    BulkTable table;

    @Autowired
    BulkDeed deed;

    @Autowired
    BulkOutcomes outcomes;

    @Autowired
    Worklist worklist;

    @Autowired
    Cases cases;

    @Autowired
    Receivables receivables;

    @Autowired
    Registry registry;

    @Autowired
    Samples samples;

    @Autowired
    House house;

    @Autowired
    People people;

    @Autowired
    Editions editions;

    @Autowired
    Flow flow;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    InOneGo inOneGo;

    @Autowired
    TransactionTemplate transaction;

    private final String debtor = "Mange " + UUID.randomUUID();
    private final List<CollectionCase> opened = new ArrayList<>();

    @BeforeEach
    void people() {
        house.itIs("2026-03-02");
        samples.person("liv", "Liv Moe", Role.HANDLER);
        samples.person("per", "Per Dahl", Role.HANDLER);
        samples.person("mia", "Mia Lund", Role.MANAGER);
        samples.person("sol", "Sol Berg", Role.SALES);
    }

    /** Invoices of debtors of their own, registered and asked about in one go. */
    private void asked(int count) {
        List<CollectionCase> asked = registered(() -> IntStream.range(0, count)
                .mapToObj(each -> invoice(registry.debtor(
                        registry.creditor("987654325", "Fjord Varme AS", Country.NO),
                        UUID.randomUUID().toString(),
                        debtor,
                        DebtorKind.BUSINESS)))
                .toList());
        samples.ask(asked.get(0).number());
        transaction.executeWithoutResult(
                all -> inOneGo.run(() -> asked.stream().skip(1).forEach(one -> samples.ask(one.number()))));
        opened.addAll(asked);
    }

    private List<CollectionCase> registered(Supplier<List<Invoice>> invoices) {
        List<Invoice> registered =
                Objects.requireNonNull(transaction.execute(all -> inOneGo.of(() -> registry.register(invoices.get()))));
        return registered.stream()
                .map(invoice -> cases.ofInvoice(invoice.id()).orElseThrow())
                .toList();
    }

    private static Invoice invoice(Debtor owing) {
        LocalDate due = LocalDate.parse("2026-02-02");
        return new Invoice(owing, UUID.randomUUID().toString(), due.minusDays(14), due, Money.parse("NOK 1000.00"));
    }

    private WorkItem item(int index) {
        return worklist.openOf(opened.get(index).number()).stream()
                .filter(each -> each.element().equals("askDebtor"))
                .findFirst()
                .orElseThrow();
    }

    private <T> T as(String person, Supplier<T> work) {
        return CurrentPerson.as(people.find(person).orElseThrow(), work);
    }

    private BulkRun chosen(String person) {
        return as(
                person,
                () -> runs.choose(person, new WorkFilter(null, false, null, debtor, "askDebtor"), "query=" + debtor));
    }

    private void start(BulkRun run, BulkOrder order) {
        as(run.person(), () -> {
            runs.start(run, order);
            return true;
        });
    }

    private BulkOrder order(BulkAction action, @Nullable String to) {
        return new BulkOrder(action, to, action == BulkAction.SKIP ? "OTHER" : null, null, null, null);
    }

    private BulkCount left(String why, long rows) {
        return new BulkCount(RowState.LEFT, "bulk.why." + why, rows);
    }

    private BulkCount done(long rows) {
        return new BulkCount(RowState.DONE, null, rows);
    }

    private List<String> actors(CollectionCase one, String kind) {
        return jdbc.sql("select actor from app.journal where case_number = ? and kind = ?")
                .params(one.number().value(), kind)
                .query(String.class)
                .list();
    }

    private long pauses() {
        return jdbc.sql("select count(*) from app.case_pause where case_number = any(?)")
                .param(opened.stream().map(one -> one.number().value()).toArray(String[]::new))
                .query(Long.class)
                .single();
    }

    @Test
    void doesWhatThePreviewSaid() {
        asked(120);
        for (int held = 0; held < 15; held++) {
            cases.hold(opened.get(held).number(), "OTHER", null);
        }
        for (int taken = 15; taken < 27; taken++) {
            worklist.claim(item(taken).id(), "per");
        }
        worklist.claim(item(40).id(), "liv");
        samples.ask(opened.get(119).number());
        BulkRun run = chosen("liv");
        assertThat(run.chosen()).isEqualTo(121);
        List<BulkCount> preview = as("liv", () -> runs.preview(run, HOLD));
        assertThat(preview)
                .containsExactly(done(93), left("ALREADY_HELD", 15), left("TAKEN", 12), left("SAME_CASE", 1));
        assertThat(as("liv", () -> runs.previewed(run, HOLD, "bulk.why.TAKEN", 10, 50)))
                .hasSize(2)
                .extracting(BulkRow::debtor, BulkRow::detail)
                .containsOnly(tuple(debtor, "per"));
        start(run, HOLD);
        turns.round();
        assertThat(runs.results(run)).isEqualTo(preview);
        assertThat(runs.rows(run, RowState.LEFT, 0, 100)).hasSize(28);
        assertThat(table.find(run.id()).orElseThrow().endedAt()).isNotNull();
        CollectionCase held = cases.get(opened.get(100).number());
        assertThat(held.state()).isEqualTo(CaseState.HELD);
        assertThat(actors(held, "CaseHeld")).containsExactly("liv");
        assertThat(cases.pauses(held.number()).get(0).until()).isEqualTo(UNTIL);
    }

    @Test
    void leavesOutWhatHasChangedSinceThePreview() {
        asked(6);
        BulkRun run = chosen("liv");
        assertThat(as("liv", () -> runs.preview(run, HOLD))).containsExactly(done(6));
        receivables.pay(
                opened.get(0).invoiceId(),
                Money.parse("NOK 1000.00"),
                LocalDate.parse("2026-03-02"),
                "payment:" + debtor);
        cases.hold(opened.get(1).number(), "OTHER", UNTIL);
        asked(1);
        start(run, HOLD);
        worklist.claim(item(2).id(), "per");
        turns.round();
        assertThat(runs.results(run))
                .containsExactlyInAnyOrder(done(3), left("CLOSED", 1), left("ALREADY_HELD", 1), left("TAKEN", 1));
        assertThat(runs.rows(run, RowState.LEFT, 0, 9))
                .filteredOn(row -> row.caseNumber().equals(opened.get(1).number()))
                .extracting(BulkRow::detail)
                .containsExactly("2026-04-01");
        assertThat(cases.get(opened.get(6).number()).state()).isEqualTo(CaseState.OPEN);
    }

    @Test
    void doesNothingTwiceWhenBrokenOffAndTakenUpByTwoAtOnce() throws Exception {
        asked(40);
        BulkRun run = chosen("liv");
        start(run, HOLD);
        BulkRules rules = runs.rules(table.find(run.id()).orElseThrow());
        assertThat(turns.turn(7)).isEqualTo(7);
        transaction.executeWithoutResult(dies -> {
            deed.act(run.id(), table.take(run.id()).orElseThrow(), rules);
            dies.setRollbackOnly();
        });
        assertThat(runs.results(run)).contains(done(7), new BulkCount(RowState.WAITS, null, 33));
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        CyclicBarrier together = new CyclicBarrier(2);
        List<Future<?>> both = new ArrayList<>();
        for (int node = 0; node < 2; node++) {
            both.add(nodes.submit(() -> {
                together.await();
                turns.round();
                return true;
            }));
        }
        for (Future<?> each : both) {
            each.get();
        }
        nodes.shutdown();
        turns.round();
        assertThat(runs.results(run)).containsExactly(done(40));
        assertThat(pauses()).isEqualTo(40);
        assertThat(opened).allSatisfy(one -> assertThat(actors(one, "CaseHeld")).containsExactly("liv"));
    }

    @Test
    void stopsWhatIsNotDone() {
        asked(4);
        BulkRun run = chosen("liv");
        start(run, HOLD);
        turns.turn(1);
        as("liv", () -> {
            runs.stop(runs.get(run.id()));
            return true;
        });
        turns.round();
        assertThat(runs.results(run)).containsExactly(new BulkCount(RowState.WAITS, null, 3), done(1));
        assertThat(table.find(run.id()).orElseThrow().stoppedBy()).isEqualTo("liv");
    }

    @Test
    void letsHandlersGiveWhatIsFreeAndManagersWhatOthersHave() {
        asked(4);
        worklist.claim(item(0).id(), "per");
        worklist.claim(item(1).id(), "liv");
        BulkRun byLiv = chosen("liv");
        assertThat(as("liv", () -> runs.preview(byLiv, order(BulkAction.ASSIGN, "sol"))))
                .containsExactly(left("NOT_OF_TEAM", 3), left("TAKEN", 1));
        assertThat(as("liv", () -> runs.preview(byLiv, order(BulkAction.RELEASE, null))))
                .containsExactly(left("NOBODYS", 2), done(1), left("TAKEN", 1));
        start(byLiv, order(BulkAction.ASSIGN, "liv"));
        turns.round();
        assertThat(runs.results(byLiv)).containsExactlyInAnyOrder(done(2), left("HAS_IT", 1), left("TAKEN", 1));
        BulkRun byMia = chosen("mia");
        start(byMia, order(BulkAction.ASSIGN, "per"));
        turns.round();
        assertThat(runs.results(byMia)).containsExactly(done(3), left("HAS_IT", 1));
        assertThat(item(1).assignee()).isEqualTo("per");
        assertThat(actors(opened.get(1), "StepAssigned")).contains("mia");
        BulkRun back = chosen("mia");
        start(back, order(BulkAction.RELEASE, null));
        turns.round();
        assertThat(item(1).assignee()).isNull();
    }

    @Test
    void leavesWorkForLaterButNotWhatSomebodyWorksOn() {
        asked(3);
        worklist.claim(item(0).id(), "per");
        BulkRun run = chosen("mia");
        start(run, order(BulkAction.SKIP, null));
        turns.round();
        assertThat(runs.results(run)).containsExactly(done(2), left("TAKEN", 1));
        assertThat(actors(opened.get(2), "StepSkipped")).containsExactly("mia");
    }

    @Test
    void finishesStepsThatNeedNothingButAnOutcome() {
        publishChoice();
        for (int each = 0; each < 3; each++) {
            CollectionCase one = samples.caseDue("2026-02-02", debtor, "NOK 1000.00");
            flow.start("bulkChoice", one.number(), Map.of());
            opened.add(one);
        }
        asked(1);
        jdbc.sql("insert into app.decider values (?, 'decidedBefore', 'liv')")
                .param(opened.get(0).number().value())
                .update();
        BulkRun run = as("liv", () -> runs.choose("liv", new WorkFilter(null, false, null, debtor, null), ""));
        assertThat(outcomes.of(run.id(), Locale.forLanguageTag("nb")))
                .filteredOn(offer -> offer.step().equals("chooseIt"))
                .extracting(BulkOutcomes.Offer::outcome, BulkOutcomes.Offer::label)
                .containsExactly(tuple("YES", "Ja"), tuple("NO", "No"));
        assertThat(outcomes.of(run.id(), Locale.ENGLISH))
                .extracting(BulkOutcomes.Offer::step)
                .doesNotContain("askDebtor");
        BulkOrder yes = new BulkOrder(BulkAction.COMPLETE, null, null, null, "chooseIt", "YES");
        List<BulkCount> preview = as("liv", () -> runs.preview(run, yes));
        assertThat(preview).contains(done(2), left("SAME_EYES", 1)).hasSize(3);
        start(run, yes);
        turns.round();
        assertThat(runs.results(run)).isEqualTo(preview);
        assertThat(worklist.openOf(opened.get(1).number()))
                .extracting(WorkItem::element)
                .doesNotContain("chooseIt");
        assertThatThrownBy(() ->
                        start(chosen("liv"), new BulkOrder(BulkAction.COMPLETE, null, null, null, "askDebtor", "YES")))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void sendsACustomerOneStatement() {
        asked(1);
        CollectionCase ofTheSame = registered(() -> List.of(
                        invoice(receivables.invoice(opened.get(0).invoiceId()).debtor())))
                .get(0);
        samples.ask(ofTheSame.number());
        BulkRun run = chosen("liv");
        start(run, order(BulkAction.LETTER, null));
        turns.round();
        assertThat(runs.results(run)).containsExactly(done(1), left("SAME_DEBTOR", 1));
        assertThat(actors(opened.get(0), "LetterAsked").size()
                        + actors(ofTheSame, "LetterAsked").size())
                .isEqualTo(1);
    }

    @Test
    void showsAChoiceToItsPersonAndToManagersOnly() {
        asked(1);
        BulkRun run = chosen("liv");
        assertThat(as("mia", () -> runs.get(run.id())).person()).isEqualTo("liv");
        assertThatThrownBy(() -> as("per", () -> runs.get(run.id()))).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> as("mia", () -> {
                    runs.start(runs.get(run.id()), HOLD);
                    return true;
                }))
                .isInstanceOf(NoSuchElementException.class);
    }

    private void publishChoice() {
        if (editions.newest(Edition.Kind.PROCESS, "bulkChoice").isEmpty()) {
            editions.publish("bulk-choice-form.form", FORM.getBytes(StandardCharsets.UTF_8), "test", "a form to try");
            editions.publish("bulk-choice.bpmn", DIAGRAM.getBytes(StandardCharsets.UTF_8), "test", "a process to try");
        }
    }

    private static final String FORM = """
            {"type": "default", "id": "bulk-choice-form", "schemaVersion": 16, "components": [
              {"type": "radio", "id": "choice", "key": "choice", "label": "Choice", "validate": {"required": true},
               "properties": {"value.YES.nb": "Ja"},
               "values": [{"label": "Yes", "value": "YES"}, {"label": "No", "value": "NO"}]},
              {"type": "textarea", "id": "note", "key": "note", "label": "Note"}]}
            """;

    private static final String DIAGRAM = """
            <?xml version="1.0" encoding="UTF-8"?>
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="choiceDefinitions" targetNamespace="https://forfall.example">
              <bpmn:process id="bulkChoice" name="Choose" isExecutable="true" camunda:historyTimeToLive="P180D">
                <bpmn:startEvent id="begun"><bpmn:outgoing>a1</bpmn:outgoing></bpmn:startEvent>
                <bpmn:sequenceFlow id="a1" sourceRef="begun" targetRef="chooseIt"/>
                <bpmn:userTask id="chooseIt" name="Choose it" camunda:candidateGroups="handler"
                    camunda:formRef="bulk-choice-form" camunda:formRefBinding="latest">
                  <bpmn:extensionElements><camunda:properties>
                    <camunda:property name="fourEyes" value="decidedBefore"/>
                  </camunda:properties></bpmn:extensionElements>
                  <bpmn:incoming>a1</bpmn:incoming><bpmn:outgoing>a2</bpmn:outgoing>
                </bpmn:userTask>
                <bpmn:sequenceFlow id="a2" sourceRef="chooseIt" targetRef="chosen"/>
                <bpmn:endEvent id="chosen" name="Chosen"><bpmn:incoming>a2</bpmn:incoming></bpmn:endEvent>
              </bpmn:process>
            </bpmn:definitions>
            """;
}
