package no.forfall.processes;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.forfall.House;
import no.forfall.cases.Cases;
import no.forfall.cases.Token;
import no.forfall.cases.Tokens;
import no.forfall.correspondence.Letter;
import no.forfall.correspondence.Letters;
import no.forfall.law.DebtorKind;
import no.forfall.receivables.Address;
import no.forfall.receivables.Invoice;
import no.forfall.receivables.Receivables;
import no.forfall.receivables.Registry;
import no.forfall.receivables.Relation;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.Country;
import no.forfall.worklist.Worklist;
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
    private final TransactionTemplate transaction;

    Ladder(
            House house,
            Registry registry,
            Receivables receivables,
            Cases cases,
            Tokens tokens,
            Letters letters,
            Worklist worklist,
            TransactionTemplate transaction) {
        this.house = house;
        this.registry = registry;
        this.receivables = receivables;
        this.cases = cases;
        this.tokens = tokens;
        this.letters = letters;
        this.worklist = worklist;
        this.transaction = transaction;
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
        LocalDate due = LocalDate.parse(dueOn);
        return transaction.execute(status -> {
            var creditor = registry.creditor("test-" + country, "Nordlys " + country, country);
            creditor.reachAt(
                    new Address("Lia 1", "0150", "Oslo", country.name()),
                    "post@nordlys.example",
                    "22 00 00 00",
                    "1506 41 20870");
            var debtor = registry.debtor(creditor, UUID.randomUUID().toString(), "Fjell AS", DebtorKind.BUSINESS);
            debtor.describe(
                    null, null, "post@fjell.example", null, new Address("Dalen 2", "5003", "Bergen", country.name()));
            debtor.isKnownAs(relation, null);
            Invoice invoice = new Invoice(
                    debtor, UUID.randomUUID().toString(), due.minusDays(14), due, Money.of(country.currency(), 1000));
            invoice.payableWith("123455", null, "Goods", feeAgreed);
            return cases.ofInvoice(registry.register(invoice).id())
                    .orElseThrow()
                    .number();
        });
    }

    /** The ids of the elements at which the processes of a case stand, from the ladder inwards. */
    List<String> standsAt(CaseNumber number) {
        return tokens.of(number).stream().map(Token::element).toList();
    }

    List<Letter> letters(CaseNumber number) {
        return letters.of(number);
    }

    void complete(CaseNumber number, String element, Map<String, Object> values) {
        String item = worklist.openOf(number).stream()
                .filter(open -> open.element().equals(element))
                .findFirst()
                .orElseThrow()
                .id();
        worklist.complete(item, "handler", values);
        house.settle();
    }

    void pays(CaseNumber number, String amount) {
        receivables.pay(cases.get(number).invoiceId(), Money.parse(amount), house.today(), "test:" + UUID.randomUUID());
        house.settle();
    }

    String state(CaseNumber number) {
        var found = cases.get(number);
        return found.closingReason() == null
                ? found.state().name()
                : found.closingReason().name();
    }
}
