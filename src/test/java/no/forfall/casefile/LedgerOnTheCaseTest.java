package no.forfall.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import no.forfall.ForfallTest;
import no.forfall.House;
import no.forfall.Samples;
import no.forfall.cases.CollectionCase;
import no.forfall.identity.People;
import no.forfall.intake.Upload;
import no.forfall.receivables.Part;
import no.forfall.receivables.Receivables;
import no.forfall.receivables.Voucher;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** What the case page says about money, in the reader's language. */
@ForfallTest
class LedgerOnTheCaseTest {

    @Autowired
    MockMvc http;

    @Autowired
    Upload upload;

    @Autowired
    Samples samples;

    @Autowired
    House house;

    @Autowired
    Receivables receivables;

    @Autowired
    People people;

    /** The page's text with ordinary spaces. */
    private String page(CollectionCase of, String language) throws Exception {
        return http.perform(get("/cases/" + of.number())
                        .param("lang", language)
                        .with(user("kari").roles("HANDLER")))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8)
                .replaceAll("<[^>]*>|&nbsp;", " ")
                .replaceAll("[\\s\u00a0\u202f]+", " ");
    }

    private static Money nok(String amount) {
        return Money.parse("NOK " + amount);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | From 2 September to 22 November 2026: 82 days × 12.25 % of 25,000.00 = 688.01
            nb | Fra 2. september til 22. november 2026: 82 dager × 12,25 % av 25 000,00 = 688,01
            sv | Från 2 september till 22 november 2026: 82 dagar × 12,25 % av 25 000,00 = 688,01
            """)
    void explainsInterestInASentence(String language, String sentence) throws Exception {
        house.itIs("2026-11-22");
        CollectionCase claim = samples.caseDue("2026-09-01", "Rente AS", "NOK 25000.00");
        assertThat(page(claim, language)).contains(sentence);
    }

    @Test
    void beginsANewStretchWithEveryRatePaymentAndCreditNoteAndSaysWhy() throws Exception {
        house.itIs("2026-08-31");
        CollectionCase claim = samples.caseDue("2026-06-01", "Strekk AS", "NOK 10000.00");
        receivables.pay(claim.invoiceId(), nok("2000.00"), LocalDate.parse("2026-06-16"), "payment:901");
        receivables.credit(claim.invoiceId(), nok("1000.00"), LocalDate.parse("2026-07-31"), "creditnote:901");
        receivables.credit(claim.invoiceId(), nok("500.00"), LocalDate.parse("2026-08-30"), "creditnote:902");
        assertThat(page(claim, "en"))
                .containsSubsequence(
                        "From 2 June to 16 June 2026: 15 days × 12.00 % of 10,000.00 = 49.32",
                        "Begins the day after the due date.",
                        "From 17 June to 30 June 2026: 14 days × 12.00 % of 8,000.00 = 36.82",
                        "NOK 2,000.00 was paid on the principal on 16 June 2026.",
                        "From 1 July to 31 July 2026: 31 days × 12.25 % of 8,000.00 = 83.23",
                        "The rate is 12.25 % from this day on.",
                        "From 1 August to 30 August 2026: 30 days × 12.25 % of 7,000.00 = 70.48",
                        "NOK 1,000.00 was credited on 31 July 2026.",
                        "On 31 August 2026: 1 day × 12.25 % of 6,500.00 = 2.18",
                        "NOK 500.00 was credited on 30 August 2026.",
                        "Interest through 31 August 2026 NOK 242.03");
    }

    @Test
    void saysHowFarRatesAreKnownAndWhatWasDemandedTooMuch() throws Exception {
        house.itIs("2027-01-20");
        CollectionCase claim = samples.caseDue("2026-09-01", "Ukjent AS", "NOK 25000.00");
        receivables.charge(claim.invoiceId(), Part.INTEREST, nok("2000.00"), LocalDate.parse("2026-12-31"), "x:1");
        assertThat(page(claim, "en"))
                .contains("interest is counted through 31 December 2026", "Letters have demanded NOK")
                .contains("Demanded by letters 2,000.00");
        receivables.waive(claim.invoiceId(), Part.INTEREST, house.today(), "waiver:901");
        assertThat(page(claim, "en")).doesNotContain("Letters have demanded");
    }

    @Test
    void saysNothingOfInterestBeforeAnyHasRun() throws Exception {
        house.itIs("2026-03-02");
        assertThat(page(samples.caseDue("2026-03-16", "Tidlig AS", "NOK 100.00"), "en"))
                .doesNotContain("How late interest comes about");
    }

    @Test
    void listsEveryLineWithWhyAndByWhomAndWhatIsOpenAfterIt() throws Exception {
        house.itIs("2026-03-02");
        people.save(
                new no.forfall.identity.Person(
                        "kari", "Kari Nordmann", java.util.Set.of(no.forfall.identity.Role.HANDLER)),
                "a long enough password");
        CollectionCase claim = samples.caseDue("2026-02-02", "Linje AS", "NOK 1000.00");
        LocalDate day = house.today();
        receivables.charge(claim.invoiceId(), Part.FEE, nok("38.00"), day, "x:2");
        receivables.waive(claim.invoiceId(), Part.FEE, nok("18.00"), new Voucher(day, "waiver:902", "Kulanse", "kari"));
        receivables.pay(claim.invoiceId(), nok("1000.00"), day, "payment:902");
        assertThat(page(claim, "nb"))
                .containsSubsequence(
                        "Gebyr Krevd 38,00 38,00",
                        "Gebyr Frafalt Kulanse · Kari Nordmann −18,00 20,00",
                        "Hovedstol Betalt −1 000,00 0,00");
    }

    @Test
    void saysWhatIsOwedToTheDebtor() throws Exception {
        house.itIs("2026-03-02");
        CollectionCase claim = samples.caseDue("2026-02-02", "Til gode AS", "NOK 1000.00");
        receivables.credit(claim.invoiceId(), nok("1200.00"), house.today(), "creditnote:903");
        assertThat(page(claim, "en")).contains("To pay today 0.00 Owed to the debtor 200.00");
    }

    @Test
    void saysInWhichOrderAPaymentCoveredTheParts() throws Exception {
        house.itIs("2026-03-02");
        CollectionCase claim = samples.caseDue("2026-02-02", "Orden AS", "NOK 1000.00");
        receivables.charge(claim.invoiceId(), Part.FEE, nok("38.00"), house.today(), "x:3");
        String reference = receivables.invoice(claim.invoiceId()).paymentReference();
        upload.payments("id;booked;amount;currency;reference\norder-1;2026-03-01;1010,00;NOK;" + reference + "\n");
        assertThat(page(claim, "en"))
                .contains(
                        "Principal, Fee covered in the order" + " Principal, Late interest, Fee, Compensation, Costs");
    }
}
