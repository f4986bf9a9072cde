package no.forfall;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import no.forfall.cases.Cases;
import no.forfall.cases.Tokens;
import no.forfall.law.DebtorKind;
import no.forfall.receivables.Invoice;
import no.forfall.receivables.Registry;
import no.forfall.shared.Country;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ForfallTest
class ApplicationStartsTest {

    @Autowired
    Registry registry;

    @Autowired
    Cases cases;

    @Autowired
    Tokens tokens;

    @Autowired
    House house;

    @Test
    void followsANewInvoiceAtOnce() {
        house.itIs("2026-03-02");
        var creditor = registry.creditor("123456785", "Nordlys AS", Country.NO);
        var debtor = registry.debtor(creditor, "1", "Fjell AS", DebtorKind.BUSINESS);
        var invoice = registry.register(new Invoice(
                debtor, "1", LocalDate.parse("2026-03-01"), LocalDate.parse("2026-03-16"), Money.parse("NOK 100.00")));
        var opened = cases.ofInvoice(invoice.id()).orElseThrow();
        assertThat(tokens.of(opened.number())).extracting("element").containsExactly("waitBeforeDue");
        house.next();
        assertThat(house.today()).isEqualTo("2026-03-11");
        assertThat(tokens.of(opened.number())).extracting("element").containsExactly("sendPreDueReminder");
    }
}
