package no.forfall.agency;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import no.forfall.House;
import no.forfall.cases.Cases;
import no.forfall.engine.Flow;
import no.forfall.law.DebtorKind;
import no.forfall.receivables.Address;
import no.forfall.receivables.Invoice;
import no.forfall.receivables.Part;
import no.forfall.receivables.Receivables;
import no.forfall.receivables.Registry;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.Country;
import org.joda.money.Money;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

/** Claims on their way to an agency on 20 April 2026: NOK 1000 due 16 March, with a fee of NOK 38. */
@TestComponent
class Claims {

    static final LocalDate TODAY = LocalDate.parse("2026-04-20");
    static final Money ALL = Money.parse("NOK 1038.00");

    private final Registry registry;
    private final Receivables receivables;
    private final Cases cases;
    private final Flow flow;
    private final House house;
    private final TransactionTemplate transaction;

    Claims(
            Registry registry,
            Receivables receivables,
            Cases cases,
            Flow flow,
            House house,
            TransactionTemplate transaction) {
        this.registry = registry;
        this.receivables = receivables;
        this.cases = cases;
        this.flow = flow;
        this.house = house;
        this.transaction = transaction;
    }

    /** A claim against a debtor of whom only the name is known. */
    CaseNumber againstAStranger() {
        house.itIs(TODAY.toString());
        var creditor = registry.creditor("123456785", "Nordlys AS", Country.NO);
        var debtor = registry.debtor(creditor, UUID.randomUUID().toString(), "Fjell AS", DebtorKind.BUSINESS);
        Invoice invoice = registry.register(new Invoice(
                debtor,
                UUID.randomUUID().toString(),
                LocalDate.parse("2026-03-01"),
                LocalDate.parse("2026-03-16"),
                Money.parse("NOK 1000.00")));
        receivables.charge(invoice.id(), Part.FEE, Money.parse("NOK 38.00"), TODAY, "letter:1");
        return cases.ofInvoice(invoice.id()).orElseThrow().number();
    }

    CaseNumber complete() {
        CaseNumber number = againstAStranger();
        reachDebtor(number);
        return number;
    }

    /** A claim that has reached the agency; its process waits for an answer once the outbox has run. */
    CaseNumber sent() {
        CaseNumber number = complete();
        sendToAgency(number);
        return number;
    }

    void reachDebtor(CaseNumber number) {
        transaction.executeWithoutResult(status -> receivables
                .invoice(cases.get(number).invoiceId())
                .debtor()
                .describe(
                        "974760673",
                        null,
                        "post@fjell.example",
                        null,
                        new Address("Storgata 1", "0155", "Oslo", "NO")));
    }

    void sendToAgency(CaseNumber number) {
        flow.start("agency-collection", number, Map.of("country", "NO"));
    }

    void pay(CaseNumber number, String amount, String source) {
        receivables.pay(cases.get(number).invoiceId(), Money.parse(amount), TODAY, source);
    }

    Money principal(CaseNumber number) {
        return receivables.balanceOf(cases.get(number).invoiceId(), TODAY).principal();
    }
}
