package no.forfall.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import no.forfall.ForfallTest;
import no.forfall.House;
import no.forfall.Samples;
import no.forfall.arrangements.ArrangementChecks;
import no.forfall.arrangements.Arrangements;
import no.forfall.cases.Cases;
import no.forfall.cases.CollectionCase;
import no.forfall.cases.DebtorEvents;
import no.forfall.engine.Editions;
import no.forfall.engine.Tables;
import no.forfall.identity.Role;
import no.forfall.receivables.DebtorStanding;
import no.forfall.receivables.Invoice;
import no.forfall.receivables.Part;
import no.forfall.receivables.Receivables;
import no.forfall.receivables.Registry;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The list lies in the order of points that stand in the items; here it is compared with what the ledger says. */
@ForfallTest
class WorkOrderTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");

    private static final String IN_ORDER = """
            select w.id from app.work_item w where w.done_at is null %s
            order by (select coalesce(sum(p.value::int), 0) from jsonb_each_text(w.parts) p) desc,
                     w.due nulls last, w.opened_at, w.id
            """;

    @Autowired
    Samples samples;

    @Autowired
    House house;

    @Autowired
    OpenItems open;

    @Autowired
    ItemTable items;

    @Autowired
    Ranking ranking;

    @Autowired
    Tables tables;

    @Autowired
    Editions editions;

    @Autowired
    Arrangements arrangements;

    @Autowired
    ArrangementChecks checks;

    @Autowired
    Registry registry;

    @Autowired
    Worklist worklist;

    @Autowired
    Cases cases;

    @Autowired
    Receivables receivables;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Autowired
    DebtorEvents debtorEvents;

    private final String debtor = "Rekkefølge " + UUID.randomUUID();

    @BeforeEach
    void people() {
        house.itIs(TODAY.toString());
        samples.person("kari", "Kari Nordmann", Role.HANDLER);
    }

    private CollectionCase asked(String dueOn, String amount) {
        CollectionCase opened = samples.caseDue(dueOn, debtor, amount);
        samples.ask(opened.number());
        return opened;
    }

    private WorkItem itemOf(CollectionCase asked) {
        return worklist.openOf(asked.number()).stream()
                .filter(item -> item.process().equals("ask"))
                .findFirst()
                .orElseThrow();
    }

    private List<String> listed() {
        ranking.rank();
        return open
                .page(new WorkFilter(null, false, null, debtor.toUpperCase(java.util.Locale.ROOT), "askDebtor"), 0, 50)
                .stream()
                .map(item -> item.item().caseNumber().value())
                .toList();
    }

    private static List<String> numbers(CollectionCase... cases) {
        return java.util.Arrays.stream(cases).map(each -> each.number().value()).toList();
    }

    private void pay(CollectionCase paid, String amount) {
        receivables.pay(paid.invoiceId(), Money.parse(amount), TODAY, "bank:" + UUID.randomUUID());
    }

    @AfterEach
    void theWholeListIsAsTheLedgerSays() {
        String awake = " and (w.skipped_until is null or w.skipped_until <= '" + clock.instant() + "')";
        ranking.rank();
        assertThat(open.page(WorkFilter.ALL, 0, 10_000))
                .extracting(item -> item.item().id())
                .isEqualTo(inOrder(awake));
        assertThat(open.page(WorkFilter.ALL, 1, 1))
                .extracting(item -> item.item().id())
                .isEqualTo(inOrder(awake).stream().skip(1).limit(1).toList());
        List<String> free =
                inOrder(awake + " and w.assignee is null and not w.held and (w.team is null or w.team = 'handler')");
        Optional<WorkItem> next = transaction.execute(status -> open.lockFirstFree(Set.of("handler"), clock.instant()));
        assertThat(next).map(WorkItem::id).contains(free.get(0));
        assertThat(jdbc.sql("select c.number from app.collection_case c join app.invoice i on i.id = c.invoice_id"
                                + " left join app.work_item w on w.case_number = c.number and w.done_at is null"
                                + " cross join lateral (select coalesce(sum(l.effect), 0) as amount"
                                + " from app.ledger_line l where l.invoice_id = i.id and l.part = 'PRINCIPAL') p"
                                + " where c.open_principal <> p.amount or c.due_on <> i.due_on"
                                + " or w.open_principal <> p.amount or w.invoice_due_on <> i.due_on"
                                + " or (w.facts ->> 'amount')::numeric <> p.amount or w.ranked_by = 0")
                        .query(String.class)
                        .list())
                .isEmpty();
        assertThat(ranking.rank()).as("nothing is counted twice").isZero();
    }

    private List<String> inOrder(String condition) {
        return jdbc.sql(IN_ORDER.formatted(condition)).query(String.class).list();
    }

    @Test
    void followsPaymentsAndTheCalendarButNotFees() {
        CollectionCase small = asked("2026-02-02", "NOK 1000.00");
        CollectionCase large = asked("2026-02-02", "NOK 30000.00");
        CollectionCase middle = asked("2026-02-02", "NOK 6000.00");
        CollectionCase notYet = asked("2026-03-03", "NOK 120000.00");
        assertThat(listed()).isEqualTo(numbers(large, middle, small, notYet));
        pay(large, "NOK 29500.00");
        assertThat(listed()).isEqualTo(numbers(middle, small, large, notYet));
        receivables.charge(large.invoiceId(), Part.FEE, Money.parse("NOK 5000.00"), TODAY, "letter:order");
        assertThat(listed()).isEqualTo(numbers(middle, small, large, notYet));
        house.itIs("2026-03-04");
        assertThat(listed()).isEqualTo(numbers(notYet, middle, small, large));
    }

    @Test
    void putsInsolventDebtorsFirstUntilThatIsTakenBack() {
        CollectionCase large = asked("2026-02-02", "NOK 30000.00");
        CollectionCase bankrupt = samples.caseDue("2026-02-02", debtor + " i konkurs", "NOK 1000.00");
        samples.ask(bankrupt.number());
        assertThat(listed()).isEqualTo(numbers(large, bankrupt));
        debtorEvents.happened(bankrupt.number(), DebtorStanding.INSOLVENT, TODAY.minusDays(1), null, "The register");
        assertThat(listed()).isEqualTo(numbers(bankrupt, large));
        assertThat(open.rank(itemOf(bankrupt).id()).parts()).containsEntry(OrderFact.INSOLVENT, 60);
        debtorEvents.end(bankrupt.number(), "A namesake");
        assertThat(listed()).isEqualTo(numbers(large, bankrupt));
    }

    @Test
    void keepsItsOrderWhoeverHasAnItemAndWhatIsHeld() {
        CollectionCase first = asked("2026-01-05", "NOK 5500.00");
        CollectionCase second = asked("2026-01-05", "NOK 1200.00");
        worklist.claim(itemOf(second).id(), "kari");
        cases.hold(first.number(), "OTHER", null);
        assertThat(listed()).isEqualTo(numbers(first, second));
        assertThat(open.page(new WorkFilter("kari", false, null, debtor, null), 0, 9))
                .extracting(item -> item.item().caseNumber())
                .containsExactly(second.number());
        pay(second, "NOK 50.00");
        worklist.release(itemOf(second).id(), "kari");
        cases.resume(first.number());
        pay(first, "NOK 5000.00");
        assertThat(listed()).isEqualTo(numbers(second, first));
    }

    @Test
    void hasAmongEqualsTheSoonerDueFirstAndThenTheOlder() {
        CollectionCase older = asked("2026-02-02", "NOK 1100.00");
        CollectionCase younger = asked("2026-02-02", "NOK 1900.00");
        CollectionCase due = asked("2026-02-02", "NOK 1500.00");
        jdbc.sql("update app.work_item set due = '2026-03-20T12:00:00Z' where id = ?")
                .param(itemOf(due).id())
                .update();
        jdbc.sql("update app.work_item set opened_at = opened_at + case id when ? then interval '1 minute'"
                        + " else interval '2 minutes' end where id in (?, ?)")
                .params(itemOf(younger).id(), itemOf(younger).id(), itemOf(due).id())
                .update();
        assertThat(listed()).isEqualTo(numbers(due, older, younger));
    }

    @Test
    void countsWhatRoomsKnowOfADebtor() {
        CollectionCase promised = asked("2026-02-02", "NOK 1100.00");
        assertThat(partsOf(promised))
                .doesNotContainKey(OrderFact.PROMISE_BROKEN)
                .containsKey(OrderFact.NOT_REACHED);
        arrangements.plan(promised.number(), 2, LocalDate.parse("2026-03-04"), true, "kari");
        house.itIs("2026-03-10");
        checks.check(promised.number());
        assertThat(partsOf(promised)).containsEntry(OrderFact.PROMISE_BROKEN, 60);
        house.itIs("2026-03-12");
        assertThat(partsOf(promised)).containsEntry(OrderFact.PROMISE_BROKEN, 40);
        house.itIs("2026-04-20");
        assertThat(partsOf(promised)).doesNotContainKey(OrderFact.PROMISE_BROKEN);
        jdbc.sql("insert into app.contact_call (debtor_id, day)"
                        + " select debtor_id, date '2026-04-20' from app.invoice where id = ?")
                .param(promised.invoiceId())
                .update();
        house.itIs("2026-04-21");
        assertThat(partsOf(promised)).as("looked at anew every day").doesNotContainKey(OrderFact.NOT_REACHED);
    }

    @Test
    void countsAllThatADebtorOwesWhereItIsMoreThanThis() {
        CollectionCase one = asked("2026-02-02", "NOK 40000.00");
        assertThat(partsOf(one)).doesNotContainKey(OrderFact.EXPOSURE);
        transaction.executeWithoutResult(status -> {
            Invoice first = receivables.invoice(one.invoiceId());
            Invoice other = new Invoice(
                    first.debtor(),
                    first.number() + "-2",
                    TODAY.minusDays(9),
                    TODAY.plusDays(9),
                    Money.parse("NOK 20000.00"));
            other.payableWith(first.number().replaceAll("\\D", "") + "99", null, null, false);
            registry.register(other);
        });
        jdbc.sql("update app.work_item set rank_again_on = ? where id = ?")
                .param(java.sql.Date.valueOf(TODAY))
                .param(itemOf(one).id())
                .update();
        assertThat(partsOf(one)).containsEntry(OrderFact.EXPOSURE, 10);
    }

    @Test
    void countsAgainWithOtherWeightsFromWhatStandsInTheRow() throws Exception {
        CollectionCase one = asked("2026-02-02", "NOK 40000.00");
        assertThat(partsOf(one)).containsEntry(OrderFact.AMOUNT, 30);
        byte[] house = tables.withAnswers(Weights.TABLE, Map.of());
        int row = tables.lines(Weights.TABLE).stream()
                .filter(line -> line.conditions().equals(List.of("\"AMOUNT\"", ">= 20000")))
                .findFirst()
                .orElseThrow()
                .number();
        try {
            editions.publish("work-order.dmn", tables.withAnswers(Weights.TABLE, Map.of(row, "33")), "test", "more");
            assertThat(partsOf(one)).containsEntry(OrderFact.AMOUNT, 33);
        } finally {
            editions.publish("work-order.dmn", house, "test", "as it was");
        }
        assertThat(partsOf(one)).containsEntry(OrderFact.AMOUNT, 30);
    }

    @Test
    void leavesWhatSomebodyWorksWithForTheNextTime() {
        CollectionCase one = asked("2026-02-02", "NOK 1000.00");
        CollectionCase other = asked("2026-02-02", "NOK 1000.00");
        transaction.executeWithoutResult(status -> {
            items.lock(itemOf(one).id());
            CompletableFuture.runAsync(ranking::rank).join();
        });
        assertThat(open.rank(itemOf(one).id()).points()).isZero();
        assertThat(open.rank(itemOf(other).id()).points()).isPositive();
    }

    private Map<OrderFact, Integer> partsOf(CollectionCase asked) {
        ranking.rank();
        Rank rank = open.rank(itemOf(asked).id());
        assertThat(rank.points()).isEqualTo(Weights.sum(rank.parts()));
        return rank.parts();
    }

    @Test
    void looksAnewAtTheLedgerWhenAnItemIsOpenedAgain() {
        CollectionCase asked = asked("2026-02-02", "NOK 800.00");
        WorkItem item = itemOf(asked);
        items.done(item.id(), clock.instant(), null, "COMPLETED", null);
        pay(asked, "NOK 300.00");
        transaction.executeWithoutResult(status -> items.open(item));
        assertThat(open.page(new WorkFilter(null, false, null, debtor, null), 0, 9))
                .extracting(listed -> listed.openPrincipal().toString())
                .contains("NOK 500.00");
    }

    @Test
    void followsTheDueDateOfTheInvoice() {
        CollectionCase moved = asked("2026-02-02", "NOK 8000.00");
        CollectionCase stays = asked("2026-02-02", "NOK 700.00");
        assertThat(listed()).isEqualTo(numbers(moved, stays));
        jdbc.sql("update app.invoice set due_on = date '2026-03-20' where id = ?")
                .param(moved.invoiceId())
                .update();
        assertThat(listed()).isEqualTo(numbers(stays, moved));
    }

    @Test
    void waitsForAPaymentThatIsBeingBookedWhenItOpensAnItem() {
        CollectionCase paid = samples.caseDue("2026-02-02", debtor, "NOK 800.00");
        CompletableFuture<Void> asking = transaction.execute(status -> {
            pay(paid, "NOK 300.00");
            CompletableFuture<Void> other = CompletableFuture.runAsync(() -> samples.ask(paid.number()));
            while (!other.isDone() && somebodyWaits() == 0) {
                Thread.onSpinWait();
            }
            return other;
        });
        asking.join();
        assertThat(open.page(new WorkFilter(null, false, null, debtor, null), 0, 9))
                .extracting(item -> item.openPrincipal().toString())
                .contains("NOK 500.00");
    }

    private long somebodyWaits() {
        return jdbc.sql(
                        "select count(*) from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid))")
                .query(Long.class)
                .single();
    }

    @Test
    void findsKindsOfWorkAndCountsNoFurtherThanAReaderCares() {
        CollectionCase asked = asked("2026-02-02", "NOK 800.00");
        assertThat(open.elements()).containsEntry("askDebtor", "ask");
        WorkFilter standing = new WorkFilter(null, false, null, debtor, WorkFilter.STANDING);
        assertThat(open.page(standing, 0, 9)).isEmpty();
        transaction.executeWithoutResult(status -> {
            jdbc.sql("insert into app.work_item (id, kind, case_number, process, element, name, opened_at)"
                            + " select 'many ' || n, 'DECIDE', ?, 'ask', 'askDebtor', 'Ask', now()"
                            + " from generate_series(1, 10005) n")
                    .param(asked.number().value())
                    .update();
            assertThat(open.summary(standing).total()).isEqualTo(10_005);
            assertThat(open.roughSummary(standing).total()).isEqualTo(10_001);
            assertThat(open.page(standing, 200, 50)).hasSize(5);
            status.setRollbackOnly();
        });
    }
}
