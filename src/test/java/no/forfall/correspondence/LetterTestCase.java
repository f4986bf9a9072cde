package no.forfall.correspondence;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import no.forfall.ForfallTest;
import no.forfall.House;
import no.forfall.cases.Cases;
import no.forfall.law.DebtorKind;
import no.forfall.outbox.Effect;
import no.forfall.outbox.EffectState;
import no.forfall.outbox.Outbox;
import no.forfall.receivables.Address;
import no.forfall.receivables.Balance;
import no.forfall.receivables.Debtor;
import no.forfall.receivables.Invoice;
import no.forfall.receivables.Receivables;
import no.forfall.receivables.Registry;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.Country;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** The whole house with a mail server that can be told to fail. */
@ForfallTest
abstract class LetterTestCase {

    static final UnreliableMailServer SERVER = new UnreliableMailServer();
    private static final AtomicInteger NUMBER = new AtomicInteger(1000);

    @DynamicPropertySource
    static void mail(DynamicPropertyRegistry properties) {
        properties.add("spring.mail.host", () -> "127.0.0.1");
        properties.add("spring.mail.port", SERVER::port);
        properties.add("spring.mail.properties.mail.smtp.timeout", () -> "1000");
        properties.add("forfall.outbox.lease", () -> "PT0.2S");
    }

    @Autowired
    Registry registry;

    @Autowired
    Cases cases;

    @Autowired
    Receivables receivables;

    @Autowired
    Outbox outbox;

    @Autowired
    Letters letters;

    @Autowired
    House house;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void quiet() throws Exception {
        jdbc.sql("update app.outbox set state = 'WITHDRAWN' where state <> 'CONFIRMED'")
                .update();
        SERVER.reset();
    }

    Invoice invoice(Country country, String due, boolean feeAgreed) {
        return invoice(country, due, feeAgreed, "regnskap@bakke.example", null);
    }

    Invoice invoice(Country country, String due, boolean feeAgreed, String email, String language) {
        boolean norway = country == Country.NO;
        return transaction.execute(status -> {
            var creditor = registry.creditor(
                    norway ? "912345678" : "5566778899", norway ? "Nordlys AS" : "Norrsken AB", country);
            creditor.reachAt(
                    new Address("Storgata 14", "9008", "Tromsø", country.name()),
                    "faktura@nordlys.example",
                    "77 00 11 22",
                    "12345678903");
            String number = String.valueOf(NUMBER.incrementAndGet());
            Debtor debtor = registry.debtor(creditor, "K" + number, "Bakke & Sønner AS", DebtorKind.BUSINESS);
            debtor.describe(null, language, email, null, new Address("Kirkeveien 7", "0366", "Oslo", country.name()));
            Invoice invoice = new Invoice(
                    debtor,
                    number,
                    LocalDate.parse(due).minusDays(14),
                    LocalDate.parse(due),
                    Money.of(country.currency(), 12500));
            invoice.payableWith("00" + number, null, "kontormøbler", feeAgreed);
            return registry.register(invoice);
        });
    }

    CaseNumber caseOf(Invoice invoice) {
        return cases.ofInvoice(invoice.id()).orElseThrow().number();
    }

    UUID queue(Invoice invoice, LetterType type) {
        return queue(invoice, "{\"letter\":\"" + type + "\"}");
    }

    UUID queue(Invoice invoice, String input) {
        UUID key = UUID.randomUUID();
        outbox.queue(new Effect(key, caseOf(invoice), "sendLetter", input, "none none none none"), clock.instant());
        return key;
    }

    /** Queues a letter and lets the outbox work. */
    Letter send(Invoice invoice, LetterType type) {
        UUID key = queue(invoice, type);
        outbox.runDue();
        return letters.find(key).orElseThrow();
    }

    EffectState stateOf(UUID key) {
        return outbox.find(key).orElseThrow().state();
    }

    Balance balance(Invoice invoice) {
        return receivables.balanceOf(invoice.id(), house.today());
    }
}
