package no.forfall.receivables;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import no.forfall.ForfallTest;
import no.forfall.House;
import no.forfall.law.DebtorKind;
import no.forfall.shared.Country;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ForfallTest
class ExposureTest {

    private static final LocalDate DUE = LocalDate.parse("2026-06-01");

    @Autowired
    Exposure exposure;

    @Autowired
    Registry registry;

    @Autowired
    Receivables receivables;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    House house;

    Creditor creditor;

    @BeforeEach
    void aCreditorOfItsOwn() {
        house.itIs("2026-03-02");
        creditor = registry.creditor(UUID.randomUUID().toString().substring(0, 12), "Vannverket", Country.NO);
    }

    private Invoice invoice(String customer, String amount) {
        return transaction.execute(status -> {
            Debtor debtor = registry.debtor(creditor, customer, customer, DebtorKind.PRIVATE);
            return registry.register(
                    new Invoice(debtor, UUID.randomUUID().toString(), DUE.minusDays(14), DUE, Money.parse(amount)));
        });
    }

    private String standing(Invoice invoice) {
        Exposure.Standing standing = exposure.of(invoice.id());
        return standing.rank() + ": " + standing.open();
    }

    @Test
    void ranksDebtorsByWhatIsOpenOfAllTheirInvoices() {
        Invoice first = invoice("one", "NOK 500.00");
        Invoice second = invoice("two", "NOK 300.00");
        invoice("two", "NOK 300.00");
        Invoice abroad = invoice("three", "EUR 9000.00");
        assertThat(standing(first)).isEqualTo("2: 500.00");
        assertThat(standing(second)).isEqualTo("1: 600.00");
        assertThat(standing(abroad)).as("in the creditor's own money").isEqualTo("3: 0");

        receivables.pay(second.id(), Money.parse("NOK 250.00"), DUE, "bank:" + UUID.randomUUID());
        receivables.charge(second.id(), Part.FEE, Money.parse("NOK 900.00"), DUE, "fee");
        assertThat(standing(second)).as("fees do not count").isEqualTo("2: 350.00");
        assertThat(standing(first)).isEqualTo("1: 500.00");
    }

    @Test
    void isAlwaysTheSumOfTheLedger() {
        Invoice paid = invoice("four", "NOK 100.00");
        receivables.pay(paid.id(), Money.parse("NOK 100.00"), DUE, "bank:" + UUID.randomUUID());
        assertThat(jdbc.sql("select count(*) from (select i.debtor_id, i.currency, sum(l.effect) as open"
                                + " from app.invoice i join app.ledger_line l on l.invoice_id = i.id and l.part = 'PRINCIPAL'"
                                + " group by i.debtor_id, i.currency) summed"
                                + " full join app.debtor_exposure kept using (debtor_id, currency)"
                                + " where summed.open is distinct from kept.open")
                        .query(Long.class)
                        .single())
                .isZero();
    }
}
