package no.forfall.receivables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.Map;
import no.forfall.ForfallTest;
import no.forfall.House;
import no.forfall.Samples;
import no.forfall.cases.CaseState;
import no.forfall.cases.Cases;
import no.forfall.cases.ClosingReason;
import no.forfall.cases.CollectionCase;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The books in a real database: what is booked stays, is booked once, and ends the case when nothing is left. */
@ForfallTest
class BooksTest {

    private static final LocalDate DAY = LocalDate.parse("2026-03-02");

    @Autowired
    Receivables receivables;

    @Autowired
    Cases cases;

    @Autowired
    Samples samples;

    @Autowired
    House house;

    @Autowired
    JdbcClient jdbc;

    CollectionCase claim;
    long invoice;

    @BeforeEach
    void claimWithAFee() {
        house.itIs(DAY.toString());
        claim = samples.caseDue("2026-02-02", "Bok AS", "NOK 1000.00");
        invoice = claim.invoiceId();
        receivables.charge(invoice, Part.FEE, Money.parse("NOK 38.00"), DAY, "letter:a");
    }

    private ClosingReason ended() {
        assertThat(cases.get(claim.number()).state()).isEqualTo(CaseState.CLOSED);
        return cases.get(claim.number()).closingReason();
    }

    private Balance balance() {
        return receivables.balanceOf(invoice, DAY);
    }

    @Test
    void refusesToChangeOrDropALine() {
        for (String wrong : new String[] {"update app.ledger_line set amount = 1", "delete from app.ledger_line"}) {
            assertThatExceptionOfType(DataAccessException.class)
                    .isThrownBy(() -> jdbc.sql(wrong + " where invoice_id = ?")
                            .param(invoice)
                            .update())
                    .withMessageContaining("only added to");
        }
    }

    @Test
    void recordsWithAPaymentInWhichOrderItWasApplied() {
        receivables.pay(invoice, Money.parse("NOK 1010.00"), DAY, "payment:7");
        assertThat(receivables.ledger(invoice))
                .filteredOn(line -> line.kind() == LineKind.PAYMENT)
                .hasSize(2)
                .allSatisfy(line -> assertThat(line.appliedOrder())
                        .isEqualTo(ApplicationOrder.of(Part.PRINCIPAL, Part.INTEREST, Part.FEE)));
        assertThat(receivables.ledger(invoice))
                .filteredOn(line -> line.kind() == LineKind.CHARGE)
                .allSatisfy(line -> assertThat(line.appliedOrder()).isNull());
    }

    @Test
    void keepsWhyAndByWhomALineWasBooked() {
        receivables.waive(
                invoice, Part.FEE, Money.parse("NOK 20.00"), new Voucher(DAY, "waiver:1", "a good customer", "kari"));
        LedgerLine line = receivables.ledger(invoice).get(2);
        assertThat(line.reason()).isEqualTo("a good customer");
        assertThat(line.bookedBy()).isEqualTo("kari");
        assertThat(balance().fee()).isEqualTo(Money.parse("NOK 18.00"));
        assertThat(balance().principal()).isEqualTo(Money.parse("NOK 1000.00"));
    }

    @Test
    void booksTheSameSourceOnce() {
        Voucher same = Voucher.of(DAY, "waiver:2");
        receivables.waive(invoice, Part.FEE, Money.parse("NOK 20.00"), same);
        assertThat(receivables.waive(invoice, Part.FEE, Money.parse("NOK 20.00"), same))
                .isEqualTo(new Settlement(Map.of(), Money.parse("NOK 20.00")));
        assertThat(receivables.hasBooked(invoice, "waiver:2")).isTrue();
        assertThat(receivables.hasBooked(invoice, "waiver:22")).isFalse();
        assertThat(balance().fee()).isEqualTo(Money.parse("NOK 18.00"));
        receivables.charge(invoice, Part.FEE, Money.parse("NOK 38.00"), DAY, "letter:a");
        receivables.charge(invoice, Part.FEE, Money.parse("NOK 0.00"), DAY, "letter:b");
        assertThat(balance().fee()).isEqualTo(Money.parse("NOK 18.00"));
    }

    @Test
    void owesBackWhatIsCreditedBeyondTheClaimUntilItIsRefunded() {
        receivables.pay(invoice, Money.parse("NOK 1038.00"), DAY, "payment:8");
        assertThat(ended()).isEqualTo(ClosingReason.PAID);
        assertThat(receivables
                        .credit(invoice, Money.parse("NOK 300.00"), DAY, "creditnote:8")
                        .left())
                .isEqualTo(Money.parse("NOK 300.00"));
        assertThat(balance().toRefund()).isEqualTo(Money.parse("NOK 300.00"));
        assertThat(balance().principal()).isEqualTo(Money.parse("NOK -300.00"));
        receivables.refund(invoice, Money.parse("NOK 300.00"), Voucher.of(DAY, "refund:8"));
        assertThat(balance().toRefund()).isEqualTo(Money.parse("NOK 0.00"));
        assertThat(ended()).isEqualTo(ClosingReason.PAID);
    }

    @Test
    void endsTheCaseByWhatSettledIt() {
        receivables.writeOff(invoice, Voucher.of(DAY, "writeoff:1"));
        assertThat(ended()).isEqualTo(ClosingReason.WRITTEN_OFF);
        assertThat(balance().toPay()).isEqualTo(Money.parse("NOK 0.00"));
        assertThat(receivables.ledger(invoice))
                .filteredOn(line -> line.kind() == LineKind.WRITE_OFF)
                .extracting(LedgerLine::part)
                .containsExactly(Part.PRINCIPAL, Part.FEE);
    }

    @Test
    void aHeldCaseEndsToo() {
        cases.hold(claim.number(), "OTHER", null);
        receivables.writeOff(invoice, Voucher.of(DAY, "writeoff:2"));
        assertThat(ended()).isEqualTo(ClosingReason.WRITTEN_OFF);
    }

    @Test
    void aCaseThatEndsAsWrittenOffLeavesNothingOpenInTheBooks() {
        cases.close(claim.number(), ClosingReason.WRITTEN_OFF);
        assertThat(balance().isSettled()).isTrue();
        assertThat(ended()).isEqualTo(ClosingReason.WRITTEN_OFF);
        CollectionCase withdrawn = samples.caseDue("2026-02-02", "Trukket AS", "NOK 50.00");
        cases.close(withdrawn.number(), ClosingReason.WITHDRAWN);
        assertThat(receivables.balanceOf(withdrawn.invoiceId(), DAY).toPay()).isEqualTo(Money.parse("NOK 50.00"));
    }

    @Test
    void takesMoneyThatNothingNeedsOnlyToGiveItBack() {
        receivables.pay(invoice, Money.parse("NOK 1038.00"), DAY, "payment:9");
        receivables.overpay(invoice, Money.parse("NOK 62.00"), Voucher.of(DAY, "payment:9:back"));
        assertThat(balance().toRefund()).isEqualTo(Money.parse("NOK 62.00"));
        receivables.refund(invoice, Money.parse("NOK 62.00"), Voucher.of(DAY, "refund:9"));
        assertThat(balance().principal()).isEqualTo(Money.parse("NOK 0.00"));
    }
}
