package no.forfall.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import no.forfall.ForfallTest;
import no.forfall.House;
import no.forfall.Samples;
import no.forfall.cases.Cases;
import no.forfall.cases.CollectionCase;
import no.forfall.identity.Role;
import no.forfall.receivables.Part;
import no.forfall.receivables.Receivables;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The list reads what stands in the item itself; here it is compared with what the ledger says. */
@ForfallTest
class WorkOrderTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");

    private static final String BY_THE_LEDGER = """
            select w.id from app.work_item w
            join app.collection_case c on c.number = w.case_number
            join app.invoice i on i.id = c.invoice_id
            cross join lateral (
                select coalesce(sum(l.effect), 0) as amount
                from app.ledger_line l where l.invoice_id = i.id and l.part = 'PRINCIPAL') p
            where w.done_at is null %s
            order by w.due nulls last, case when i.due_on < :today then p.amount else 0 end desc, w.opened_at, w.id
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
        assertThat(open.page(WorkFilter.ALL, 0, 10_000))
                .extracting(item -> item.item().id())
                .isEqualTo(byTheLedger(""));
        assertThat(open.page(WorkFilter.ALL, 1, 1))
                .extracting(item -> item.item().id())
                .isEqualTo(byTheLedger("").stream().skip(1).limit(1).toList());
        List<String> free = byTheLedger(" and w.assignee is null and not w.held"
                + " and (w.skipped_until is null or w.skipped_until <= now()) and w.team = 'handler'");
        Optional<WorkItem> next = transaction.execute(status -> open.lockFirstFree(Set.of("handler"), clock.instant()));
        assertThat(next).map(WorkItem::id).contains(free.get(0));
        assertThat(jdbc.sql("select c.number from app.collection_case c join app.invoice i on i.id = c.invoice_id"
                                + " left join app.work_item w on w.case_number = c.number and w.done_at is null"
                                + " cross join lateral (select coalesce(sum(l.effect), 0) as amount"
                                + " from app.ledger_line l where l.invoice_id = i.id and l.part = 'PRINCIPAL') p"
                                + " where c.open_principal <> p.amount or c.due_on <> i.due_on"
                                + " or w.open_principal <> p.amount or w.invoice_due_on <> i.due_on")
                        .query(String.class)
                        .list())
                .isEmpty();
    }

    private List<String> byTheLedger(String condition) {
        return jdbc.sql(BY_THE_LEDGER.formatted(condition))
                .param("today", LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Oslo")))
                .query(String.class)
                .list();
    }

    @Test
    void followsPaymentsAndTheCalendarButNotFees() {
        CollectionCase small = asked("2026-02-02", "NOK 1000.00");
        CollectionCase large = asked("2026-02-02", "NOK 3000.00");
        CollectionCase middle = asked("2026-02-02", "NOK 2000.00");
        CollectionCase notYet = asked("2026-03-03", "NOK 9000.00");
        assertThat(listed()).isEqualTo(numbers(large, middle, small, notYet));
        pay(large, "NOK 2500.00");
        assertThat(listed()).isEqualTo(numbers(middle, small, large, notYet));
        receivables.charge(large.invoiceId(), Part.FEE, Money.parse("NOK 5000.00"), TODAY, "letter:order");
        assertThat(listed()).isEqualTo(numbers(middle, small, large, notYet));
        house.itIs("2026-03-04");
        assertThat(listed()).isEqualTo(numbers(notYet, middle, small, large));
    }

    @Test
    void keepsItsOrderWhoeverHasAnItemAndWhatIsHeld() {
        CollectionCase first = asked("2026-01-05", "NOK 700.00");
        CollectionCase second = asked("2026-01-05", "NOK 600.00");
        worklist.claim(itemOf(second).id(), "kari");
        cases.hold(first.number(), "OTHER", null);
        assertThat(listed()).isEqualTo(numbers(first, second));
        assertThat(open.page(new WorkFilter("kari", false, null, debtor, null), 0, 9))
                .extracting(item -> item.item().caseNumber())
                .containsExactly(second.number());
        pay(second, "NOK 50.00");
        worklist.release(itemOf(second).id(), "kari");
        cases.resume(first.number());
        pay(first, "NOK 200.00");
        assertThat(listed()).isEqualTo(numbers(second, first));
    }

    @Test
    void looksAnewAtTheLedgerWhenAnItemIsOpenedAgain() {
        CollectionCase asked = asked("2026-02-02", "NOK 800.00");
        WorkItem item = itemOf(asked);
        items.done(item.id(), clock.instant(), null, "COMPLETED");
        pay(asked, "NOK 300.00");
        transaction.executeWithoutResult(status -> items.open(item));
        assertThat(open.page(new WorkFilter(null, false, null, debtor, null), 0, 9))
                .extracting(listed -> listed.openPrincipal().toString())
                .contains("NOK 500.00");
    }

    @Test
    void followsTheDueDateOfTheInvoice() {
        CollectionCase moved = asked("2026-02-02", "NOK 800.00");
        CollectionCase stays = asked("2026-02-02", "NOK 700.00");
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
