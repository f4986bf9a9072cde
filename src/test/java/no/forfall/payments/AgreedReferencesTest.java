package no.forfall.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.forfall.ForfallTest;
import no.forfall.House;
import no.forfall.api.Notice;
import no.forfall.cases.CaseState;
import no.forfall.cases.Cases;
import no.forfall.intake.Upload;
import no.forfall.receivables.Invoice;
import no.forfall.receivables.Registry;
import no.forfall.references.KidRule;
import no.forfall.references.NorwegianNumbers;
import no.forfall.shared.Country;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Each creditor of these tests has an agreement of its own. */
@ForfallTest
class AgreedReferencesTest {

    private static final RequestPostProcessor HANDLER = user("kari").roles("HANDLER");
    private static final RequestPostProcessor MANAGER = user("mona").roles("MANAGER");
    private static final AtomicInteger COUNT = new AtomicInteger(60_000_000);
    private static final String HEADER =
            "creditor_org;creditor_name;creditor_country;invoice;issued;due;currency;amount;reference;account;customer;name\n";

    @Autowired
    MockMvc http;

    @Autowired
    House house;

    @Autowired
    Upload upload;

    @Autowired
    Registry registry;

    @Autowired
    Cases cases;

    @Autowired
    JdbcClient jdbc;

    private String creditor;

    @BeforeEach
    void aNewCreditor() {
        house.itIs("2026-03-02");
        creditor = newCreditor(Country.NO);
    }

    private String newCreditor(Country country) {
        String number = country == Country.SE
                ? "5599" + COUNT.incrementAndGet()
                : Stream.generate(() -> NorwegianNumbers.organisation(String.valueOf(COUNT.incrementAndGet())))
                        .flatMap(Optional::stream)
                        .findFirst()
                        .orElseThrow();
        registry.creditor(number, "Avtale " + number, country);
        return number;
    }

    private ResultActions agree(String asked) throws Exception {
        return http.perform(put("/api/payments/references/" + creditor)
                .contentType(MediaType.APPLICATION_JSON)
                .content(asked)
                .header("Accept-Language", "en")
                .with(MANAGER)
                .with(csrf()));
    }

    private void makes(int length) throws Exception {
        agree("{\"checkDigits\": [\"MOD10\"], \"lengths\": [%d], \"generates\": true}".formatted(length))
                .andExpect(status().isOk());
    }

    private String line(String number, String reference) {
        return line(creditor, number, reference, "");
    }

    private static String line(String creditor, String number, String reference, String account) {
        return "%s;Avtale;NO;%s;2026-02-20;2026-03-16;NOK;900.00;%s;%s;K-%s;Tiril Eide\n"
                .formatted(creditor, number, reference, account, number);
    }

    private Upload.Answer send(String lines) throws Exception {
        Upload.Answer answer = upload.invoices(HEADER + lines);
        assertThat(answer.<Integer>at("$.refused")).as(answer.body()).isZero();
        return answer;
    }

    private Upload.Answer pay(String reference, String account) throws Exception {
        return upload.payments("id;booked;amount;currency;reference;account\nR%d;2026-03-01;900.00;NOK;%s;%s\n"
                .formatted(COUNT.incrementAndGet(), reference, account));
    }

    private Invoice invoice(String number) {
        return invoice(creditor, number);
    }

    private Invoice invoice(String of, String number) {
        return registry.invoice(registry.findCreditor(of).orElseThrow(), number).orElseThrow();
    }

    private CaseState stateOf(Invoice invoice) {
        return cases.ofInvoice(invoice.id()).orElseThrow().state();
    }

    private String reasonOfTheLastPayment() {
        return jdbc.sql("select reason from app.payment order by id desc limit 1")
                .query(String.class)
                .single();
    }

    @Test
    void givesAnInvoiceWithoutAReferenceOneThatTheBankAgreedTo() throws Exception {
        makes(8);
        send(line("A-1", "") + line("A-2", "") + line("A-3", "4711"));
        assertThat(invoice("A-1").paymentReference()).isEqualTo("00000018");
        assertThat(invoice("A-2").paymentReference()).isEqualTo("00000026");
        assertThat(invoice("A-3").paymentReference()).isEqualTo("4711");
        assertThat(send(line("A-1", "") + line("A-2", "")).<Integer>at("$.known"))
                .isEqualTo(2);
        send(line("A-4", ""));
        assertThat(invoice("A-4").paymentReference()).isEqualTo("00000034");

        assertThat(pay("00000026", "").<Integer>at("$.posted")).isEqualTo(1);
        assertThat(stateOf(invoice("A-2"))).isEqualTo(CaseState.CLOSED);
        assertThat(stateOf(invoice("A-1"))).isEqualTo(CaseState.OPEN);
    }

    @Test
    void makesReferencesForSwedenWithTheLengthDigit() throws Exception {
        creditor = newCreditor(Country.SE);
        agree("{\"checkDigits\": [\"MOD10\"], \"lengthDigit\": true, \"lengths\": [12], \"generates\": true}")
                .andExpect(status().isOk());
        send(line("S-1", "").replace(";NO;", ";SE;").replace(";NOK;", ";SEK;"));
        assertThat(invoice("S-1").paymentReference()).isEqualTo("000000000125");
    }

    @Test
    void lettersAskForTheReferenceThatWasMade() throws Exception {
        makes(9);
        Upload.Answer answer = upload.invoices(HEADER.replace("\n", ";email;street;postal_code;city;country;relation\n")
                + line("L-1", "").replace("\n", ";tiril@eide.example;Lia 1;0150;Oslo;NO;known\n"));
        assertThat(answer.<Integer>at("$.accepted")).as(answer.body()).isEqualTo(1);
        house.goTo("2026-04-20");
        assertThat(jdbc.sql("select string_agg(html, '') from app.letter where case_number = ?")
                        .param(cases.ofInvoice(invoice("L-1").id())
                                .orElseThrow()
                                .number()
                                .value())
                        .query(String.class)
                        .single())
                .contains("000000018");
    }

    @Test
    void makesNoReferenceThatAnotherInvoiceUsesAsItsReferenceOrItsNumber() throws Exception {
        makes(6);
        send(line("000018", "9999") + line("B-1", "000026"));
        send(line("000034", "8888") + line("B-2", "000042") + line("B-3", "") + line("B-4", ""));
        assertThat(invoice("B-3").paymentReference()).isEqualTo("000059");
        assertThat(invoice("B-4").paymentReference()).isEqualTo("000067");
    }

    @Test
    void passesOverAReferenceWhoseCheckDigitWouldBeTen() throws Exception {
        agree("{\"checkDigits\": [\"MOD11\"], \"lengths\": [5], \"generates\": true}")
                .andExpect(status().isOk());
        send(Stream.of("1", "2", "3", "4", "5", "6")
                .map(n -> line("M-" + n, ""))
                .collect(Collectors.joining()));
        assertThat(invoice("M-5").paymentReference()).isEqualTo("00051");
        assertThat(invoice("M-6").paymentReference()).isEqualTo("00078");
    }

    @Test
    void saysSoWhenTheAgreedLengthIsUsedUpAndTakesTheInvoice() throws Exception {
        makes(2);
        String ten =
                IntStream.rangeClosed(1, 10).mapToObj(n -> line("U-" + n, "")).collect(Collectors.joining());
        Upload.Answer answer = send(ten);
        assertThat(answer.<Integer>at("$.accepted")).isEqualTo(10);
        assertThat(answer.<List<String>>at("$.findings[*].reason"))
                .filteredOn(reason -> reason.contains("no payment reference"))
                .singleElement()
                .satisfies(reason -> assertThat(reason).contains("U-10", "longer one"));
        assertThat(invoice("U-10").paymentReference()).isNull();
        makes(6);
        send(line("U-11", ""));
        assertThat(invoice("U-11").paymentReference()).hasSize(6);
    }

    @Test
    void makesEachReferenceOnceWhenFilesComeAtOnce() throws Exception {
        makes(7);
        List<Callable<Upload.Answer>> files = IntStream.range(0, 4)
                .mapToObj(file -> IntStream.range(0, 60)
                        .mapToObj(n -> line("P-" + file + "-" + n, ""))
                        .collect(Collectors.joining()))
                .<Callable<Upload.Answer>>map(lines -> () -> send(lines))
                .toList();
        var threads = Executors.newFixedThreadPool(4);
        for (var answer : threads.invokeAll(files)) {
            assertThat(answer.get().<Integer>at("$.accepted")).isEqualTo(60);
        }
        threads.shutdown();
        List<String> made = jdbc.sql("select i.payment_reference from app.invoice i join app.creditor c"
                        + " on c.id = i.creditor_id where c.organisation_number = ?")
                .param(creditor)
                .query(String.class)
                .list();
        assertThat(made).hasSize(240).doesNotHaveDuplicates().allMatch(KidRule.ANY::accepts);
    }

    @ParameterizedTest
    @CsvSource({"MOD10, 00000018, true", "MOD10, 00000019, false", "MOD11, 00000018, false", "MOD10, 0000018, false"})
    void holdsTheReferencesOfAFileAgainstTheAgreement(String digit, String reference, boolean right) throws Exception {
        agree("{\"checkDigits\": [\"%s\"], \"lengths\": [8, 10]}".formatted(digit))
                .andExpect(status().isOk());
        Upload.Answer answer = send(line("H-1", reference));
        List<String> notices = answer.<List<String>>at("$.findings[*].reason").stream()
                .filter(reason -> reason.contains("agreed with its bank"))
                .toList();
        assertThat(notices).hasSize(right ? 0 : 1);
        assertThat(notices).allMatch(reason -> reason.contains(digit + ", 8 / 10 characters"));
        assertThat(invoice("H-1").paymentReference()).isEqualTo(reference);
    }

    @Test
    void takesNoUnknownReferenceForTheNumberThatItHappensToEqual() throws Exception {
        send(line("00000042", "00000018") + line("00000075", ""));
        makes(8);
        pay("00000042", "");
        assertThat(stateOf(invoice("00000042"))).isEqualTo(CaseState.OPEN);
        assertThat(reasonOfTheLastPayment()).isEqualTo("UNKNOWN_REFERENCE");
        pay("00000075", "");
        assertThat(stateOf(invoice("00000075")))
                .as("which has no reference that could be meant")
                .isEqualTo(CaseState.CLOSED);
    }

    @Test
    void takesNoReferenceForTheNumberOfAnotherCreditorsInvoice() throws Exception {
        String other = newCreditor(Country.NO);
        send(line(creditor, "777001", "", "15034012349"));
        pay("777001", "15034054321");
        assertThat(stateOf(invoice("777001"))).isEqualTo(CaseState.OPEN);
        send(line(other, "X-1", "777001", "15034054321"));
        pay("777001", "15034012349");
        assertThat(reasonOfTheLastPayment()).isEqualTo("AMBIGUOUS_REFERENCE");
        pay("777001", "15034054321");
        assertThat(stateOf(invoice(other, "X-1"))).isEqualTo(CaseState.CLOSED);
        assertThat(stateOf(invoice("777001"))).isEqualTo(CaseState.OPEN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "NO | {'checkDigits': ['MOD10'], 'lengths': [1]} | lengths | from 2 to 25",
                "NO | {'checkDigits': ['MOD10'], 'lengths': [26]} | lengths | from 2 to 25",
                "NO | {'checkDigits': ['MOD10'], 'lengths': ['ten']} | lengths | ten is no length",
                "NO | {'checkDigits': ['MOD10'], 'lengths': [6, 7, 8, 9]} | lengths | at most 3",
                "NO | {'checkDigits': ['MOD97'], 'lengths': [8]} | checkDigits | MOD97",
                "NO | {'checkDigits': ['MOD10'], 'lengthDigit': true} | lengthDigit | no length digit",
                "NO | {'checkDigits': ['MOD10'], 'generates': true} | lengths | which length",
                "NO | {'lengths': [8]} | checkDigits | which check digit",
                "SE | {'checkDigits': ['MOD11'], 'lengths': [8]} | checkDigits | MOD10",
                "SE | {'checkDigits': ['MOD10', 'MOD11']} | checkDigits | MOD10"
            })
    void saysWhatCannotBeAgreed(Country country, String asked, String field, String sentence) throws Exception {
        creditor = newCreditor(country);
        agree(asked.replace('\'', '"'))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors[0].field").value(field))
                .andExpect(jsonPath("$.errors[0].message").value(containsString(sentence)));
        assertThat(agreed()).isEqualTo("[]");
    }

    private String agreed() throws Exception {
        String answer = http.perform(get("/api/payments/references/" + creditor).with(HANDLER))
                .andReturn()
                .getResponse()
                .getContentAsString();
        return JsonPath.read(answer, "$.checkDigits").toString();
    }

    @Test
    void aManagerSaysItAndEverybodySeesWhoDid() throws Exception {
        http.perform(put("/api/payments/references/" + creditor)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"checkDigits\": [\"MOD10\"]}")
                        .with(HANDLER)
                        .with(csrf()))
                .andExpect(status().isForbidden());
        agree("{\"checkDigits\": [\"MOD11\", \"MOD10\"], \"lengths\": [10, 8]}")
                .andExpect(jsonPath("$.lengths[0]").value(8))
                .andExpect(jsonPath("$.lengths[1]").value(10))
                .andExpect(jsonPath("$.generates").value(false))
                .andExpect(jsonPath("$.setBy").value("mona"))
                .andExpect(jsonPath("$.setAt").value(startsWith("2026-03-02T08:00:00")));
        agree("{}").andExpect(status().isOk());
        assertThat(agreed()).isEqualTo("[]");
        http.perform(get("/api/payments/references/nobody").with(MANAGER)).andExpect(status().isNotFound());
    }

    @ParameterizedTest
    @CsvSource({"en, Not known, Length digit", "nb, Ikke kjent, Lengdesiffer", "sv, Inte känt, Längdsiffra"})
    void isSetOnThePageToo(String language, String unknown, String lengthDigit) throws Exception {
        creditor = newCreditor(Country.SE);
        String page = "/payments/references/"
                + registry.findCreditor(creditor).orElseThrow().id();
        http.perform(post(page).param("digits", "MOD10").with(HANDLER).with(csrf()))
                .andExpect(status().isForbidden());
        var refused = http.perform(post(page)
                        .param("digits", "MOD10")
                        .param("lengths", "8 26")
                        .header("Accept-Language", language)
                        .with(MANAGER)
                        .with(csrf()))
                .andExpect(redirectedUrl("/payments"))
                .andReturn();
        assertThat(((Notice) Objects.requireNonNull(refused.getFlashMap().get("notice"))).text())
                .startsWith("26 ");
        http.perform(post(page)
                        .param("digits", "MOD10")
                        .param("lengthDigit", "true")
                        .param("lengths", "8, 10")
                        .param("generates", "true")
                        .with(MANAGER)
                        .with(csrf()))
                .andExpect(redirectedUrl("/payments"));
        http.perform(get("/payments").header("Accept-Language", language).with(MANAGER))
                .andExpect(content()
                        .string(allOf(
                                containsString(unknown),
                                containsString(lengthDigit),
                                containsString("value=\"8, 10\""),
                                containsString("mona, "))));
        http.perform(get("/payments").header("Accept-Language", language).with(HANDLER))
                .andExpect(content().string(allOf(containsString("MOD10"), not(containsString("value=\"8, 10\"")))));
        agree("{}");
    }
}
