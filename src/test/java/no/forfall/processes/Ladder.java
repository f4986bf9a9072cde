package no.forfall.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import no.forfall.House;
import no.forfall.cases.Cases;
import no.forfall.cases.ClosingReason;
import no.forfall.cases.Token;
import no.forfall.cases.Tokens;
import no.forfall.correspondence.Letter;
import no.forfall.correspondence.LetterType;
import no.forfall.correspondence.Letters;
import no.forfall.engine.Flow;
import no.forfall.journal.Journal;
import no.forfall.law.DebtorKind;
import no.forfall.outbox.Outbox;
import no.forfall.receivables.Address;
import no.forfall.receivables.Balance;
import no.forfall.receivables.Invoice;
import no.forfall.receivables.Receivables;
import no.forfall.receivables.Registry;
import no.forfall.receivables.Relation;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.Country;
import no.forfall.worklist.WorkItem;
import no.forfall.worklist.Worklist;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.joda.money.Money;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

/** Speaks of cases as the rule book does: an invoice is due on a day, time passes, someone calls, someone pays. */
@TestComponent
class Ladder {

    final House house;
    private final Registry registry;
    private final Receivables receivables;
    private final Cases cases;
    private final Tokens tokens;
    private final Letters letters;
    private final Worklist worklist;
    private final Outbox outbox;
    private final Journal journal;
    private final ProcessEngine engine;
    private final TransactionTemplate transaction;
    private final Flow flow;
    private final List<CaseNumber> opened = new ArrayList<>();

    Ladder(
            House house,
            Registry registry,
            Receivables receivables,
            Cases cases,
            Tokens tokens,
            Letters letters,
            Worklist worklist,
            Outbox outbox,
            Journal journal,
            ProcessEngine engine,
            TransactionTemplate transaction,
            Flow flow) {
        this.house = house;
        this.registry = registry;
        this.receivables = receivables;
        this.cases = cases;
        this.tokens = tokens;
        this.letters = letters;
        this.worklist = worklist;
        this.outbox = outbox;
        this.journal = journal;
        this.engine = engine;
        this.transaction = transaction;
        this.flow = flow;
    }

    /** Ends what still runs, so that no later test moves the cases of this one along; nothing counts as passed by it. */
    void endWhatRuns() {
        opened.forEach(number -> flow.end(number, "the test is over"));
        opened.clear();
    }

    /** An invoice of 1000 in the country's currency to a known business that gets a letter first. */
    CaseNumber invoice(Country country, String dueOn) {
        return invoice(country, dueOn, Relation.KNOWN, true);
    }

    /** The same to a new customer, who is called first. */
    CaseNumber invoiceToNewCustomer(String dueOn) {
        return invoice(Country.NO, dueOn, Relation.NEW, false);
    }

    CaseNumber invoice(Country country, String dueOn, Relation relation, boolean feeAgreed) {
        Customer customer = new Customer("Nordlys", country, someone(), DebtorKind.BUSINESS, relation);
        return invoice(customer, dueOn, 1000, feeAgreed);
    }

    /** A name or customer number that no other test has. */
    static String someone() {
        return UUID.randomUUID().toString().substring(0, 13);
    }

    /** A debtor as its creditor knows it. */
    record Customer(String creditor, Country country, String number, DebtorKind kind, Relation relation) {}

    /** An invoice to a customer whom letters and the agency can reach; the amount is in major units. */
    CaseNumber invoice(Customer customer, String dueOn, long amount, boolean feeAgreed) {
        Country country = customer.country();
        LocalDate due = LocalDate.parse(dueOn);
        CaseNumber number = transaction.execute(status -> {
            var creditor = registry.creditor(customer.creditor() + "-" + country, customer.creditor(), country);
            creditor.reachAt(
                    new Address("Lia 1", "0150", "Oslo", country.name()),
                    "post@nordlys.example",
                    "22 00 00 00",
                    "1506 41 20870");
            var debtor = registry.debtor(creditor, customer.number(), "Fjell AS", customer.kind());
            debtor.describe(
                    null, null, "post@fjell.example", null, new Address("Dalen 2", "5003", "Bergen", country.name()));
            debtor.isKnownAs(customer.relation(), null);
            Invoice invoice = new Invoice(
                    debtor, UUID.randomUUID().toString(), due.minusDays(14), due, Money.of(country.currency(), amount));
            invoice.payableWith("123455", null, "Goods", feeAgreed);
            return cases.ofInvoice(registry.register(invoice).id())
                    .orElseThrow()
                    .number();
        });
        opened.add(number);
        return number;
    }

    /** A claim of 1000 in Norway on 6 May 2026, about which a person has to decide. */
    CaseNumber atTheDecision() {
        house.itIs("2026-03-17");
        CaseNumber number = invoice(Country.NO, "2026-03-16");
        house.goTo("2026-05-06");
        assertThat(standsAt(number)).containsExactly("decideHandOver");
        return number;
    }

    /** The same, handed over and with the agency. */
    CaseNumber withTheAgency() {
        CaseNumber number = atTheDecision();
        complete(number, "decideHandOver", Map.of("handOverDecision", "HAND_OVER"));
        assertThat(standsAt(number)).containsExactly("collectThroughAgency", "waitForAgency");
        return number;
    }

    /** Lets one thing after the other happen, until the case stands at the element and no further. */
    void goUntil(CaseNumber number, String element) {
        while (!standsAt(number).contains(element)) {
            assertThat(house.step())
                    .as("the case comes to %s; it stands at %s", element, standsAt(number))
                    .isTrue();
        }
    }

    /** The ids of the elements at which the processes of a case stand, from the ladder inwards. */
    List<String> standsAt(CaseNumber number) {
        return tokens.of(number).stream().map(Token::element).toList();
    }

    List<Letter> letters(CaseNumber number) {
        return letters.of(number);
    }

    List<LetterType> letterTypes(CaseNumber number) {
        return letters(number).stream().map(Letter::type).toList();
    }

    Letter lastDemand(CaseNumber number) {
        return letters(number).stream()
                .filter(letter -> letter.type().demands())
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    Letter lastLetter(CaseNumber number) {
        List<Letter> all = letters(number);
        return all.get(all.size() - 1);
    }

    void complete(CaseNumber number, String element, Map<String, Object> values) {
        answer(number, element, values);
        house.settle();
    }

    /** The same, but what follows outside the house does not happen yet. */
    void answer(CaseNumber number, String element, Map<String, Object> values) {
        answer(number, element, "handler", values);
    }

    /** Another person answers. */
    void answer(CaseNumber number, String element, String person, Map<String, Object> values) {
        worklist.complete(task(number, element).id(), person, values);
    }

    /** A second person lets the claim go to the agency. */
    void approveHandOver(CaseNumber number) {
        worklist.complete(task(number, "approveHandOver").id(), "manager", Map.of("handOverApproved", "APPROVE"));
        house.settle();
    }

    WorkItem task(CaseNumber number, String element) {
        return worklist.openOf(number).stream()
                .filter(open -> open.element().equals(element))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No task " + element + ", but " + standsAt(number)));
    }

    void pays(CaseNumber number, String amount) {
        receivables.pay(cases.get(number).invoiceId(), Money.parse(amount), house.today(), "test:" + UUID.randomUUID());
        house.settle();
    }

    /** The day of a moment in Oslo. */
    static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, Country.NO.zone());
    }

    String state(CaseNumber number) {
        var found = cases.get(number);
        return found.closingReason() == null
                ? found.state().name()
                : found.closingReason().name();
    }

    /** What is open of the claim today. */
    Balance balance(CaseNumber number) {
        return receivables.balanceOf(cases.get(number).invoiceId(), cases.today(number));
    }

    /** The kinds of what the journal says, oldest first. */
    List<String> journal(CaseNumber number) {
        List<String> kinds = new ArrayList<>();
        journal.of(number, Long.MAX_VALUE, 200).forEach(entry -> kinds.add(0, entry.kind()));
        return kinds;
    }

    /** The end events that the processes of a case have come to, oldest first. */
    List<String> ends(CaseNumber number) {
        List<String> ends = new ArrayList<>();
        journal.of(number, Long.MAX_VALUE, 200).stream()
                .filter(entry -> entry.kind().equals("ProcessEnded"))
                .forEach(entry -> ends.add(0, String.valueOf(entry.facts().get("element"))));
        return ends;
    }

    /** The case is closed for that reason, once, and nothing is left of its processes. */
    void assertClosed(CaseNumber number, ClosingReason reason) {
        assertThat(cases.get(number).closingReason()).isEqualTo(reason);
        assertThat(journal(number)).containsOnlyOnce("CaseClosed");
        assertThat(standsAt(number)).isEmpty();
        assertThat(worklist.openOf(number)).isEmpty();
        assertThat(outbox.standing(number)).isEmpty();
        String key = number.value();
        assertThat(engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(key)
                        .list())
                .isEmpty();
        assertThat(engine.getTaskService()
                        .createTaskQuery()
                        .processInstanceBusinessKey(key)
                        .list())
                .isEmpty();
        Set<String> ended = engine
                .getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(key)
                .list()
                .stream()
                .map(HistoricProcessInstance::getId)
                .collect(Collectors.toSet());
        assertThat(ended).isNotEmpty();
        assertThat(engine.getManagementService().createJobQuery().list())
                .noneMatch(job -> ended.contains(job.getProcessInstanceId()));
    }
}
