package no.forfall.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import no.forfall.engine.CaseBook;
import no.forfall.law.Law;
import no.forfall.law.LegalStep;
import no.forfall.law.Verdict;
import no.forfall.receivables.Invoice;
import no.forfall.shared.Country;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** The ladder's letters when the Norwegian act of 2026 is in force and has been reviewed. */
@TestPropertySource(properties = {"forfall.law.no-2026-from=2027-01-01", "forfall.law.reviewed-through=2027-06-30"})
class LettersOf2026Test extends LetterTestCase {

    @Autowired
    CaseBook caseBook;

    @Autowired
    Law law;

    @Test
    void announcesTheHandOverInsteadOfGivingTheStatutoryNotice() throws Exception {
        house.itIs("2027-01-04");
        Invoice invoice = invoice(Country.NO, "2026-11-02", false);

        Letter letter = send(invoice, LetterType.COLLECTION_NOTICE);

        assertThat(letter.newFee()).isEqualTo(Money.parse("NOK 0.00"));
        assertThat(letter.deadline()).isEqualTo("2027-01-18");
        try (var document = Loader.loadPDF(letters.pdf(letter.id()).orElseThrow())) {
            String page = new PDFTextStripper().getText(document).replace('\u00a0', ' ');
            assertThat(page)
                    .contains("Påminnelse før kravet sendes til inkasso", "sender vi kravet til et inkassoforetak")
                    .doesNotContain("nkassovarsel");
        }
        house.itIs("2027-01-20");
        assertThat(law.verdict(LegalStep.HAND_OVER, caseBook.facts(letter.caseNumber()), house.today()))
                .isInstanceOf(Verdict.Allowed.class);
    }

    @Test
    void takesNoFeeForAReminder() {
        house.itIs("2027-01-04");

        assertThat(send(invoice(Country.NO, "2026-11-02", false), LetterType.FEE_REMINDER)
                        .newFee())
                .isEqualTo(Money.parse("NOK 0.00"));
    }
}
