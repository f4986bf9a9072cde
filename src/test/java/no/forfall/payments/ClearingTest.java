package no.forfall.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import no.forfall.ForfallTest;
import no.forfall.House;
import no.forfall.Samples;
import no.forfall.api.Invalid;
import no.forfall.cases.CaseState;
import no.forfall.cases.Cases;
import no.forfall.cases.ClosingReason;
import no.forfall.cases.CollectionCase;
import no.forfall.cases.Tokens;
import no.forfall.cockpit.LedgerCheck;
import no.forfall.intake.Importer;
import no.forfall.intake.Imports;
import no.forfall.journal.Journal;
import no.forfall.journal.JournalEntry;
import no.forfall.receivables.LineKind;
import no.forfall.receivables.Receivables;
import no.forfall.receivables.Voucher;
import no.forfall.shared.CaseNumber;
import org.joda.money.CurrencyMismatchException;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.test.context.TestSecurityContextHolder;
import org.springframework.security.test.context.support.WithMockUser;

@ForfallTest
@WithMockUser(username = "mona", roles = "MANAGER")
class ClearingTest {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Set<String> touched = new HashSet<>();
    private final Set<Long> invoices = new HashSet<>();
    private final Set<Long> paidHere = new HashSet<>();

    @Autowired
    House house;

    @Autowired
    Samples samples;

    @Autowired
    Cases cases;

    @Autowired
    Receivables receivables;

    @Autowired
    Payments payments;

    @Autowired
    Clearing clearing;

    @Autowired
    Tokens tokens;

    @Autowired
    Journal journal;

    @Autowired
    LedgerCheck books;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Imports imports;

    @BeforeEach
    void itIsMarch() {
        house.itIs("2026-03-02");
    }

    @AfterEach
    void theBooksTie() {
        books.checkNow();
        assertThat(books.findings())
                .filteredOn(finding -> touched.contains(finding.subject()))
                .isEmpty();
        assertThat(paidHere).allSatisfy(id -> assertThat(
                        jdbc.sql("select p.amount - p.waiting - coalesce((select sum(m.amount) from app.payment_move m"
                                        + " where m.payment_id = p.id and m.invoice_id is null and m.undone_at is null), 0)"
                                        + " + coalesce((select sum(l.effect) from app.ledger_line l"
                                        + " where l.source like 'payment:' || p.id || ':%' and l.invoice_id = any(:mine)), 0)"
                                        + " from app.payment p where p.id = :id")
                                .param("mine", invoices.toArray(Long[]::new))
                                .param("id", id)
                                .query(BigDecimal.class)
                                .single())
                .isZero());
    }

    /** A payment that leads nowhere, or to where its reference says. */
    private Payment paid(String amount, String reference) {
        String id = "C" + COUNT.incrementAndGet();
        receive(
                Importer.PAYMENTS,
                "id;booked;amount;currency;reference;payer\n" + id + ";2026-03-01;" + amount + ";NOK;" + reference
                        + ";Ola Nordmann\n");
        long paid = jdbc.sql("select id from app.payment where key = ?")
                .param("id:" + id)
                .query(Long.class)
                .single();
        paidHere.add(paid);
        return payments.get(paid);
    }

    private void receive(String kind, String file) {
        imports.receive(kind, new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), "file", "test");
    }

    private CollectionCase owed(String dueOn, String debtor, String amount) {
        CollectionCase owed = samples.caseDue(dueOn, debtor, amount);
        touched.addAll(List.of(owed.number().value(), String.valueOf(owed.invoiceId())));
        invoices.add(owed.invoiceId());
        return owed;
    }

    private String open(CollectionCase of) {
        return receivables.reckoning(of.invoiceId()).toPay().toString();
    }

    private static Clearing.Share share(CollectionCase of, String amount) {
        return new Clearing.Share(of.invoiceId(), Money.parse(amount));
    }

    private CollectionCase now(CollectionCase of) {
        return cases.get(of.number());
    }

    private List<String> told(CaseNumber number) {
        return journal.of(number, Long.MAX_VALUE, 500).stream()
                .sorted(Comparator.comparingLong(JournalEntry::id))
                .map(JournalEntry::kind)
                .toList();
    }

    private String reference(CollectionCase of) {
        return receivables.invoice(of.invoiceId()).paymentReference();
    }

    @Test
    void postsWhatWaitsOnAnInvoiceAndEndsItsCase() {
        CollectionCase owed = owed("2026-03-20", "Ola Nordmann", "NOK 500.00");
        Payment payment = paid("500.00", "12");
        UUID key = UUID.randomUUID();
        clearing.post(payment.id(), List.of(share(owed, "NOK 500.00")), key);
        clearing.post(payment.id(), List.of(share(owed, "NOK 500.00")), key);
        assertThat(now(owed).closingReason()).isEqualTo(ClosingReason.PAID);
        assertThat(tokens.of(owed.number())).isEmpty();
        assertThat(payments.get(payment.id()).state()).isEqualTo(PaymentState.POSTED);
        assertThat(payments.of(owed.number())).extracting(Payment::id).containsExactly(payment.id());
        assertThat(clearing.movesOf(payment.id())).singleElement().satisfies(move -> {
            assertThat(move.person()).isEqualTo("mona");
            assertThat(move.caseNumber()).isEqualTo(owed.number());
        });
        assertThat(told(owed.number())).contains("PaymentPosted", "CaseClosed");
    }

    @Test
    void splitsAPaymentOverInvoicesAndLeavesTheRest() {
        CollectionCase one = owed("2026-03-20", "Ola Nordmann", "NOK 300.00");
        CollectionCase other = owed("2026-03-20", "Ola Nordmann", "NOK 400.00");
        Payment payment = paid("600.00", "13");
        clearing.post(payment.id(), List.of(share(one, "NOK 300.00"), share(other, "NOK 250.00")), UUID.randomUUID());
        assertThat(now(one).state()).isEqualTo(CaseState.CLOSED);
        assertThat(now(other).state()).isEqualTo(CaseState.OPEN);
        assertThat(open(other)).isEqualTo("NOK 150.00");
        Payment rest = payments.get(payment.id());
        assertThat(rest.waiting()).isEqualTo(Money.parse("NOK 50.00"));
        assertThat(rest.reason()).isEqualTo(QueueReason.UNKNOWN_REFERENCE);
    }

    @Test
    void refusesMoreThanWaitsOrIsOpenAndPostsNothingThen() {
        CollectionCase one = owed("2026-03-20", "Ola Nordmann", "NOK 300.00");
        CollectionCase other = owed("2026-03-20", "Ola Nordmann", "NOK 100.00");
        Payment payment = paid("350.00", "14");
        assertThatThrownBy(() -> clearing.post(
                        payment.id(), List.of(share(one, "NOK 300.00"), share(other, "NOK 60.00")), UUID.randomUUID()))
                .isInstanceOf(Invalid.class)
                .hasMessage("payments.invalid.waiting");
        assertThatThrownBy(() -> clearing.post(
                        payment.id(), List.of(share(one, "NOK 200.00"), share(other, "NOK 101.00")), UUID.randomUUID()))
                .isInstanceOf(Invalid.class)
                .hasMessage("payments.invalid.open");
        assertThatThrownBy(() -> clearing.post(payment.id(), List.of(share(one, "EUR 20.00")), UUID.randomUUID()))
                .isInstanceOf(CurrencyMismatchException.class);
        assertThat(open(one)).isEqualTo("NOK 300.00");
        assertThat(clearing.movesOf(payment.id())).isEmpty();
    }

    @Test
    void takesBackWhatAPersonPostedAndOpensTheCaseAgain() {
        CollectionCase owed = owed("2026-03-20", "Ola Nordmann", "NOK 500.00");
        Payment payment = paid("500.00", "15");
        clearing.post(payment.id(), List.of(share(owed, "NOK 500.00")), UUID.randomUUID());
        long move = clearing.movesOf(payment.id()).get(0).id();
        clearing.undo(move, "It was meant for another customer");
        clearing.undo(move, "It was meant for another customer");
        assertThat(open(owed)).isEqualTo("NOK 500.00");
        assertThat(now(owed).state()).isEqualTo(CaseState.OPEN);
        assertThat(now(owed).closingReason()).isNull();
        assertThat(tokens.of(owed.number())).isNotEmpty();
        Payment again = payments.get(payment.id());
        assertThat(again.waiting()).isEqualTo(Money.parse("NOK 500.00"));
        assertThat(again.reason()).isEqualTo(QueueReason.TAKEN_BACK);
        assertThat(clearing.movesOf(payment.id()))
                .singleElement()
                .satisfies(undone -> assertThat(undone.undone().reason()).contains("another customer"));
        assertThat(told(owed.number()))
                .containsSubsequence("CaseClosed", "PaymentPosted", "PaymentTakenBack", "CaseReopened");
        clearing.post(payment.id(), List.of(share(owed, "NOK 500.00")), UUID.randomUUID());
        assertThat(now(owed).closingReason()).isEqualTo(ClosingReason.PAID);
    }

    @Test
    void aCaseThatWasOpenedAgainGetsItsLettersAndEndsWithMoney() {
        receive(
                Importer.INVOICES,
                "creditor_org;creditor_name;creditor_country;invoice;issued;due;currency;amount;reference;customer;name;kind;email;street;postal_code;city;country\n"
                        + "987654325;Fjord Varme AS;NO;FV-7001;2026-02-20;2026-03-06;NOK;500.00;0070017;K7001;Ola Nordmann;private;ola@nordmann.example;Lia 1;0150;Oslo;NO\n");
        Payment payment = paid("500.00", "0070017");
        CollectionCase owed = cases.get(payment.caseNumber());
        invoices.add(owed.invoiceId());
        clearing.undoPosting(payment.id(), "Bounced");
        house.goTo("2026-04-20");
        assertThat(told(owed.number())).containsSubsequence("CaseReopened", "LetterSent");
        paid(receivables.reckoning(owed.invoiceId()).toPay().getAmount().toString(), "0070017");
        assertThat(now(owed).closingReason()).isEqualTo(ClosingReason.PAID);
        assertThat(tokens.of(owed.number())).isEmpty();
    }

    @Test
    void takesBackWhatWasPostedByItsReference() {
        CollectionCase owed = owed("2026-03-20", "Ola Nordmann", "NOK 500.00");
        Payment payment = paid("560.00", reference(owed));
        assertThat(payments.get(payment.id()).waiting()).isEqualTo(Money.parse("NOK 60.00"));
        clearing.undoPosting(payment.id(), "Somebody else’s reference");
        clearing.undoPosting(payment.id(), "Somebody else’s reference");
        assertThat(payments.get(payment.id()).waiting()).isEqualTo(Money.parse("NOK 560.00"));
        assertThat(now(owed).state()).isEqualTo(CaseState.OPEN);
        assertThat(receivables.ledger(owed.invoiceId()))
                .filteredOn(line -> line.kind() == LineKind.REVERSAL)
                .singleElement()
                .satisfies(line -> assertThat(line.bookedOn()).isEqualTo("2026-03-01"));
        assertThat(clearing.movesOf(payment.id())).singleElement().satisfies(move -> assertThat(move.person())
                .isNull());
    }

    @Test
    void interestRunsAsIfAPaymentThatWasTakenBackHadNeverCome() {
        CollectionCase owed = owed("2026-01-20", "Ola Nordmann", "NOK 50000.00");
        var before = receivables.balanceOf(owed.invoiceId(), house.today()).accruedInterest();
        Payment payment = paid("20000.00", reference(owed));
        clearing.undoPosting(payment.id(), "Bounced");
        house.itIs("2026-03-31");
        CollectionCase never = owed("2026-01-20", "Kari Nordmann", "NOK 50000.00");
        assertThat(before.isPositive()).isTrue();
        assertThat(receivables.balanceOf(owed.invoiceId(), house.today()).accruedInterest())
                .isEqualTo(
                        receivables.balanceOf(never.invoiceId(), house.today()).accruedInterest());
    }

    @Test
    void moneyThatWasGivenBackCannotBeTakenBackToo() {
        CollectionCase owed = owed("2026-03-20", "Ola Nordmann", "NOK 500.00");
        Payment payment = paid("500.00", reference(owed));
        receivables.overpay(owed.invoiceId(), Money.parse("NOK 10.00"), Voucher.of(house.today(), "payment:0:x"));
        receivables.refund(owed.invoiceId(), Money.parse("NOK 10.00"), Voucher.of(house.today(), "refund:x"));
        assertThatThrownBy(() -> clearing.undoPosting(payment.id(), "Bounced"))
                .isInstanceOf(Invalid.class)
                .hasMessage("payments.invalid.refunded");
        assertThat(open(owed)).isEqualTo("NOK 0.00");
    }

    @Test
    void sendsMoneyBackAndTakesThatBack() {
        Payment payment = paid("75.00", "16");
        clearing.takeOff(payment.id(), Move.Kind.RETURNED, "Paid to us by mistake", UUID.randomUUID());
        assertThat(payments.get(payment.id()).state()).isEqualTo(PaymentState.POSTED);
        books.checkNow();
        clearing.undo(clearing.movesOf(payment.id()).get(0).id(), "The bank refused it");
        assertThat(payments.get(payment.id()).waiting()).isEqualTo(Money.parse("NOK 75.00"));
    }

    @Test
    @WithMockUser(username = "kari", roles = "HANDLER")
    void onlyAManagerSendsMoneyBackButAHandlerSaysThatItIsNotOurs() {
        Payment payment = paid("75.00", "17");
        assertThatThrownBy(() -> clearing.takeOff(payment.id(), Move.Kind.RETURNED, "x", UUID.randomUUID()))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> clearing.takeOff(payment.id(), Move.Kind.NOT_OURS, " ", UUID.randomUUID()))
                .isInstanceOf(Invalid.class)
                .hasMessage("payments.invalid.reason");
        clearing.takeOff(payment.id(), Move.Kind.NOT_OURS, "Rent, belongs to the estate company", UUID.randomUUID());
        assertThat(payments.get(payment.id()).waiting()).isEqualTo(Money.parse("NOK 0.00"));
    }

    @Test
    void whatTheBankTookBackIsTakenBackFromTheInvoice() {
        CollectionCase owed = owed("2026-03-20", "Ola Nordmann", "NOK 500.00");
        Payment payment = paid("500.00", reference(owed));
        Payment reversal = paid("-500.00", reference(owed));
        Payment tooSmall = paid("-400.00", reference(owed));
        assertThatThrownBy(() -> clearing.reverse(tooSmall.id(), payment.id(), "Taken back by the bank"))
                .isInstanceOf(Invalid.class)
                .hasMessage("payments.invalid.reversal");
        clearing.reverse(reversal.id(), payment.id(), "Taken back by the bank");
        assertThat(open(owed)).isEqualTo("NOK 500.00");
        assertThat(now(owed).state()).isEqualTo(CaseState.OPEN);
        assertThat(payments.get(payment.id()).state()).isEqualTo(PaymentState.POSTED);
        assertThat(payments.get(reversal.id()).state()).isEqualTo(PaymentState.POSTED);
    }

    @Test
    void aReversalThatWasMatchedWronglyIsMatchedAgain() {
        CollectionCase owed = owed("2026-03-20", "Ola Nordmann", "NOK 500.00");
        Payment payment = paid("500.00", reference(owed));
        Payment reversal = paid("-500.00", reference(owed));
        clearing.reverse(reversal.id(), payment.id(), "Taken back by the bank");
        List.of(payment, reversal).forEach(each -> clearing.movesOf(each.id()).stream()
                .filter(move -> move.undone() == null)
                .forEach(move -> clearing.undo(move.id(), "It was another one")));
        assertThat(payments.get(payment.id()).waiting()).isEqualTo(Money.parse("NOK 500.00"));
        assertThat(payments.get(reversal.id()).waiting()).isEqualTo(Money.parse("NOK -500.00"));
        clearing.reverse(reversal.id(), payment.id(), "It was this one after all");
        assertThat(clearing.movesOf(payment.id()))
                .filteredOn(move -> move.undone() == null)
                .hasSize(1);
        assertThat(clearing.movesOf(reversal.id()))
                .filteredOn(move -> move.undone() == null)
                .hasSize(1);
    }

    @Test
    void onlyAManagerTakesBackThatMoneyWasSentBack() {
        Payment payment = paid("75.00", "18");
        clearing.takeOff(payment.id(), Move.Kind.RETURNED, "Paid to us by mistake", UUID.randomUUID());
        long move = clearing.movesOf(payment.id()).get(0).id();
        TestSecurityContextHolder.setAuthentication(new TestingAuthenticationToken("kari", "", "ROLE_HANDLER"));
        assertThatThrownBy(() -> clearing.undo(move, "x")).isInstanceOf(AccessDeniedException.class);
        assertThat(payments.get(payment.id()).waiting()).isEqualTo(Money.parse("NOK 0.00"));
    }
}
