package no.forfall.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import no.forfall.law.DebtorKind;
import no.forfall.receivables.Invoice;
import no.forfall.receivables.Part;
import no.forfall.shared.Country;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** The compensation for late payment between businesses, for creditors that have chosen to claim it. */
@TestPropertySource(properties = "forfall.letters.compensation-by=912345678,5566778899")
class CompensationTest extends LetterTestCase {

    @Autowired
    SendLetter activity;

    @Autowired
    ReturnedLetters returned;

    private List<String> lines(Invoice invoice, Part part) {
        return transaction.execute(status -> receivables.ledger(invoice.id()).stream()
                .filter(line -> line.part() == part)
                .map(line -> line.kind() + " " + line.effect())
                .toList());
    }

    private void becomes(Invoice invoice, DebtorKind kind) {
        jdbc.sql("update app.debtor set kind = ? where id = ?")
                .params(kind.name(), invoice.debtor().id())
                .update();
    }

    @Test
    void isChargedOnceInPlaceOfAFeeByALetterThatNamesIt() throws Exception {
        house.itIs("2026-08-20");
        Invoice invoice = invoice(Country.NO, "2026-07-15", false);
        Letter letter = send(invoice, LetterType.FEE_REMINDER);
        assertThat(letter.newCompensation()).isEqualTo(Money.parse("NOK 430.00"));
        assertThat(letter.newFee()).isEqualTo(Money.parse("NOK 0.00"));
        assertThat(letter.total()).isEqualTo(balance(invoice).toPay());
        try (var document = Loader.loadPDF(letters.pdf(letter.id()).orElseThrow())) {
            assertThat(new PDFTextStripper()
                            .getText(document)
                            .replace('\u00a0', ' ')
                            .replaceAll("\\s+", " "))
                    .contains("430,00 kr", "forsinkelsesrenteloven § 3 a");
        }
        transaction.execute(status -> activity.delivered(letter.id(), "again"));
        house.itIs("2026-09-10");
        Letter second = send(invoice, LetterType.COLLECTION_NOTICE);
        assertThat(second.newCompensation()).isEqualTo(Money.parse("NOK 0.00"));
        assertThat(second.compensation()).isEqualTo(Money.parse("NOK 430.00"));
        assertThat(lines(invoice, Part.COMPENSATION)).containsExactly("CHARGE NOK 430.00");
        assertThat(lines(invoice, Part.FEE)).isEmpty();
    }

    @Test
    void recoversTheLargerAndNeverTheSumWhereAFeeStandsAlready() throws Exception {
        house.itIs("2026-08-20");
        Invoice invoice = invoice(Country.NO, "2026-07-15", false);
        receivables.charge(invoice.id(), Part.FEE, Money.parse("NOK 38.00"), house.today(), "earlier");
        receivables.pay(invoice.id(), Money.parse("NOK 500.00"), house.today(), "bank:1");
        Letter letter = send(invoice, LetterType.COLLECTION_NOTICE);
        assertThat(lines(invoice, Part.COMPENSATION)).containsExactly("CHARGE NOK 430.00", "OFFSET NOK -38.00");
        assertThat(lines(invoice, Part.FEE)).containsExactly("CHARGE NOK 38.00");
        assertThat(letter.compensation()).isEqualTo(Money.parse("NOK 392.00"));
        assertThat(balance(invoice).fee().plus(balance(invoice).compensation())).isEqualTo(Money.parse("NOK 430.00"));
        assertThat(letter.total()).isEqualTo(balance(invoice).toPay());
        try (var document = Loader.loadPDF(letters.pdf(letter.id()).orElseThrow())) {
            assertThat(new PDFTextStripper()
                            .getText(document)
                            .replace('\u00a0', ' ')
                            .replaceAll("\\s+", " "))
                    .contains("392,00 kr", "fratrukket 38,00 kr i purregebyr");
        }
    }

    @Test
    void isNotChargedWhereTheFeesAreMore() {
        house.itIs("2026-08-20");
        Invoice invoice = invoice(Country.NO, "2026-07-15", false);
        receivables.charge(invoice.id(), Part.FEE, Money.parse("NOK 430.00"), house.today(), "earlier");
        assertThat(send(invoice, LetterType.FEE_REMINDER).newCompensation()).isEqualTo(Money.parse("NOK 0.00"));
        assertThat(lines(invoice, Part.COMPENSATION)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "NO, BUSINESS, NOK 430.00",
        "NO, PRIVATE, NOK 0.00",
        "NO, PUBLIC, NOK 0.00",
        "SE, BUSINESS, SEK 450.00",
        "SE, PUBLIC, SEK 450.00",
        "SE, PRIVATE, SEK 0.00"
    })
    void isNeverChargedAgainstAConsumer(Country country, DebtorKind kind, String amount) {
        house.itIs("2026-08-20");
        Invoice invoice = invoice(country, "2026-07-15", true);
        becomes(invoice, kind);
        assertThat(send(invoice, LetterType.FEE_REMINDER).newCompensation()).isEqualTo(Money.parse(amount));
        assertThat(balance(invoice).compensation()).isEqualTo(Money.parse(amount));
    }

    @Test
    void isNeitherChargedByAFriendlyWordNorWhereTheDiagramAsksForNoFee() {
        house.itIs("2026-08-20");
        Invoice friendly = invoice(Country.NO, "2026-07-15", false);
        send(friendly, LetterType.FRIENDLY_REMINDER);
        Invoice free = invoice(Country.NO, "2026-07-15", false);
        queue(free, LetterType.FEE_REMINDER, "withFee", "false");
        outbox.runDue();
        assertThat(lines(friendly, Part.COMPENSATION)).isEmpty();
        assertThat(lines(free, Part.COMPENSATION)).isEmpty();
    }

    @Test
    void isNotChargedAgainAfterItWasWaived() {
        house.itIs("2026-08-20");
        Invoice invoice = invoice(Country.NO, "2026-07-15", false);
        send(invoice, LetterType.FEE_REMINDER);
        receivables.waive(invoice.id(), Part.COMPENSATION, house.today(), "waiver:1");
        house.itIs("2026-09-10");
        assertThat(send(invoice, LetterType.COLLECTION_NOTICE).newCompensation())
                .isEqualTo(Money.parse("NOK 0.00"));
        assertThat(balance(invoice).compensation()).isEqualTo(Money.parse("NOK 0.00"));
    }

    @Test
    void isTakenBackWithALetterThatDidNotArriveAndChargedByTheNext() {
        house.itIs("2026-08-20");
        Invoice invoice = invoice(Country.NO, "2026-07-15", false);
        receivables.charge(invoice.id(), Part.FEE, Money.parse("NOK 38.00"), house.today(), "earlier");
        Letter letter = send(invoice, LetterType.FEE_REMINDER);
        returned.tell(letter.id(), LetterReturn.Way.BOUNCED, "5.1.1", "kari");
        assertThat(balance(invoice).compensation().isZero()).isTrue();
        assertThat(balance(invoice).fee()).isEqualTo(Money.parse("NOK 38.00"));

        transaction.execute(status -> returned.settle(caseOf(invoice)));
        Letter again = send(invoice, LetterType.FEE_REMINDER);
        assertThat(again.newCompensation()).isEqualTo(Money.parse("NOK 430.00"));
        assertThat(balance(invoice).compensation()).isEqualTo(Money.parse("NOK 392.00"));
    }
}
