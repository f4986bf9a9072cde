package no.forfall.preview;

import static no.forfall.Drawn.diagram;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import no.forfall.ForfallTest;
import no.forfall.House;
import no.forfall.cases.Cases;
import no.forfall.correspondence.Letter;
import no.forfall.correspondence.LetterType;
import no.forfall.correspondence.Letters;
import no.forfall.correspondence.Mailbox;
import no.forfall.disputes.DisputeReason;
import no.forfall.disputes.Disputes;
import no.forfall.engine.Editions;
import no.forfall.engine.Flow;
import no.forfall.law.DebtorKind;
import no.forfall.law.LegalStep;
import no.forfall.law.Reason;
import no.forfall.lawbook.LawBook;
import no.forfall.lawbook.LawEntry;
import no.forfall.outbox.EffectState;
import no.forfall.outbox.Outbox;
import no.forfall.outbox.QueuedEffect;
import no.forfall.receivables.Address;
import no.forfall.receivables.Invoice;
import no.forfall.receivables.Registry;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.Country;
import no.forfall.worklist.WorkItem;
import no.forfall.worklist.Worklist;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;

@ForfallTest
@Import(StatementCount.class)
class LawPreviewTest {

    private static final RequestPostProcessor MANAGER = user("mia").roles("MANAGER");
    private static final LocalDate NEW_YEAR = LocalDate.parse("2027-01-04");
    private static final LocalDate ADVENT = LocalDate.parse("2026-12-15");

    @Autowired
    LawPreview preview;

    @Autowired
    LawBook book;

    @Autowired
    House house;

    @Autowired
    Registry registry;

    @Autowired
    Cases cases;

    @Autowired
    Disputes disputes;

    @Autowired
    Editions editions;

    @Autowired
    Flow flow;

    @Autowired
    Outbox outbox;

    @Autowired
    Letters letters;

    @Autowired
    Mailbox mailbox;

    @Autowired
    Worklist worklist;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MockMvc http;

    @BeforeEach
    void noOpenCases() {
        jdbc.sql("update app.collection_case set state = 'CLOSED'").update();
    }

    @Test
    void theDayBeforeListsExactlyTheCasesThatAReviewWithTheActOf2026Touches() {
        house.itIs("2027-01-03");
        CaseNumber overdue = aCase(Country.NO, "2026-11-16");
        CaseNumber notDue = aCase(Country.NO, "2027-02-01");
        CaseNumber swedish = aCase(Country.SE, "2026-11-16");
        CaseNumber disputed = aCase(Country.NO, "2026-11-16");
        disputes.raise(disputed, DisputeReason.FAULTY, "The boat leaks", "kari");
        aCase(Country.NO, "2023-06-15");

        List<AffectedCase> found =
                all(new Scenario(NEW_YEAR, LocalDate.parse("2027-01-01"), LocalDate.parse("2027-06-30"), null));

        assertThat(found).extracting(AffectedCase::number).containsExactly(overdue, notDue, swedish);
        assertThat(found.get(0).changes())
                .extracting(AffectedCase.Change::step, LawPreviewTest::before, LawPreviewTest::after)
                .containsExactly(tuple(LegalStep.NOTICE, "BARRED NO-REVIEW", "ANNOUNCEMENT NO-F1"));
        assertThat(found.get(1).changes())
                .extracting(AffectedCase.Change::step, LawPreviewTest::before, LawPreviewTest::after)
                .containsExactly(tuple(LegalStep.NOTICE, "BARRED NO-REVIEW", "NOT_BEFORE 2027-02-02 NO-F1"));
        assertThat(found.get(2).changes())
                .extracting(AffectedCase.Change::step, LawPreviewTest::before, LawPreviewTest::after)
                .containsExactly(
                        tuple(LegalStep.REMINDER, "WITHOUT_FEE SE-REVIEW", "ALLOWED SEK 60.00"),
                        tuple(LegalStep.NOTICE, "BARRED SE-REVIEW", "ALLOWED SEK 60.00"));
    }

    @Test
    void onTheDayTheHouseDoesWhatThePreviewSaid() {
        house.itIs("2027-01-04");
        diagram("last-letter").sends("COLLECTION_NOTICE", 14).publish(editions);
        diagram("fee-letter").sends("FEE_REMINDER", 14).publish(editions);
        CaseNumber noticed = follows("last-letter");
        CaseNumber reminded = follows("fee-letter");
        QueuedEffect barred = outbox.standing(noticed).get(0);
        assertThat(barred.state()).isEqualTo(EffectState.BARRED);
        assertThat(barred.rule()).isEqualTo("NO-REVIEW");
        assertThat(worklist.openOf(noticed)).singleElement().satisfies(item -> {
            assertThat(item.kind()).isEqualTo(WorkItem.Kind.DECIDE);
            assertThat(item.reason()).contains("The law has been reviewed");
        });
        assertThat(letters.of(noticed)).isEmpty();
        assertThat(letters.of(reminded)).singleElement().satisfies(letter -> {
            assertThat(letter.type()).isEqualTo(LetterType.FEE_REMINDER);
            assertThat(letter.newFee().isZero()).isTrue();
        });

        confirmed("2027-01-01", "2027-06-30");
        try {
            outbox.tryAgain(barred.effect().key());
            house.settle();
            Letter letter = letters.of(noticed).get(0);
            assertThat(letter.newFee().isZero()).isTrue();
            assertThat(mailbox.text(letter.id()).orElseThrow().replaceAll("\\s+", " "))
                    .contains("sender vi kravet til et inkassoforetak")
                    .doesNotContain("nkassovarsel");
        } finally {
            confirmed("2099-01-01", "2026-12-31");
        }
    }

    @Test
    void anActInForceTouchesOverdueNorwegianClaimsOnly() {
        house.itIs("2026-12-01");
        CaseNumber overdue = aCase(Country.NO, "2026-11-16");
        aCase(Country.NO, "2026-12-21");
        aCase(Country.SE, "2026-11-16");

        List<AffectedCase> found = all(new Scenario(ADVENT, LocalDate.parse("2026-12-10"), null, null));

        assertThat(found).extracting(AffectedCase::number).containsExactly(overdue);
        assertThat(found.get(0).changes())
                .extracting(AffectedCase.Change::step, LawPreviewTest::before, LawPreviewTest::after)
                .containsExactly(
                        tuple(LegalStep.REMINDER, "ALLOWED NOK 38.00", "WITHOUT_FEE NO-F1"),
                        tuple(LegalStep.NOTICE, "ALLOWED NOK 38.00", "ANNOUNCEMENT NO-F1"));
        assertThat(all(new Scenario(ADVENT, LocalDate.parse("2026-12-16"), null, null)))
                .isEmpty();
    }

    @Test
    void withoutAChangeTodaysRulesAndRatesAreComparedWithWhatStandsOnTheDay() {
        house.itIs("2026-12-15");
        CaseNumber overdue = aCase(Country.NO, "2026-11-16");

        assertThat(all(new Scenario(LocalDate.parse("2026-12-31"), null, null, null)))
                .isEmpty();
        List<AffectedCase> found = all(new Scenario(NEW_YEAR, null, null, null));

        assertThat(found).extracting(AffectedCase::number).containsExactly(overdue);
        assertThat(found.get(0).changes())
                .extracting(AffectedCase.Change::step, LawPreviewTest::before, LawPreviewTest::after)
                .containsExactly(
                        tuple(LegalStep.REMINDER, "ALLOWED NOK 38.00", "WITHOUT_FEE NO-REVIEW"),
                        tuple(LegalStep.NOTICE, "ALLOWED NOK 38.00", "BARRED NO-REVIEW"));
    }

    @Test
    void anotherBaseRateChangesTheFee() {
        house.itIs("2026-12-15");
        aCase(Country.NO, "2026-11-16");
        aCase(Country.NO, "2026-12-14");

        assertThat(all(new Scenario(ADVENT, null, null, BigDecimal.valueOf(800))))
                .singleElement()
                .satisfies(each -> assertThat(each.changes())
                        .extracting(LawPreviewTest::after)
                        .containsExactly("ALLOWED NOK 40.00", "ALLOWED NOK 40.00"));
    }

    @Test
    void readsMoreCasesWithTheSameNumberOfStatements() throws Exception {
        house.itIs("2026-12-15");
        Scenario scenario = new Scenario(NEW_YEAR, null, null, null);
        many(3);
        long few = StatementCount.of(() -> all(scenario));
        many(400);
        long more = StatementCount.of(() -> assertThat(all(scenario)).hasSize(403));
        many(700);
        long batches = StatementCount.of(() -> assertThat(all(scenario)).hasSize(1_103));

        assertThat(few).isBetween(3L, 12L);
        assertThat(more).isEqualTo(few);
        assertThat(batches).isLessThanOrEqualTo(3 * few);
    }

    @Test
    void aManagerTurnsThePagesAndTakesAllAsAFile() throws Exception {
        house.itIs("2026-12-15");
        many(60);
        String first = page("/cockpit/law-preview?on=2027-01-04&lang=nb");
        assertThat(numbers(first)).hasSize(50);
        assertThat(first).contains("Et menneske avgjør", "NO-REVIEW", "/api/law/preview.csv?on=2027-01-04");
        var next = Pattern.compile("href=\"(/cockpit/law-preview\\?on=2027-01-04&amp;after=[^\"]+)\"")
                .matcher(first);
        assertThat(next.find()).isTrue();
        String second = page(next.group(1).replace("&amp;", "&"));
        assertThat(numbers(second)).hasSize(10).doesNotContainAnyElementsOf(numbers(first));

        List<String> file = http.perform(
                        get("/api/law/preview.csv?on=2027-01-04").with(MANAGER))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString()
                .lines()
                .toList();
        assertThat(file).hasSize(1 + 2 * 60);
        assertThat(file.get(0)).startsWith("case;debtor;creditor;invoice;due;currency;open_principal;step;before;");
        assertThat(file.get(1))
                .endsWith(";2026-11-16;NOK;100.00;REMINDER;ALLOWED;;38.00;;WITHOUT_FEE;;;NO-REVIEW")
                .contains(";'=Many AS;");
    }

    @Test
    void saysWhichFieldCannotBeReadAndLetsOnlyManagersLook() throws Exception {
        http.perform(get("/cockpit/law-preview")
                        .param("actFrom", "soon")
                        .param("lang", "en")
                        .with(MANAGER))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Write a date between 2004 and 2100")))
                .andExpect(content().string(not(containsString("preview.csv"))));
        http.perform(get("/api/law/preview.csv").param("baseRate", "much").with(MANAGER))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors[0].field").value("baseRate"));
        http.perform(get("/api/openapi").with(MANAGER))
                .andExpect(
                        jsonPath("$.paths['/api/law/preview.csv'].get.summary").isNotEmpty());
        for (String place : List.of("/cockpit/law-preview", "/api/law/preview.csv")) {
            http.perform(get(place).with(user("kari").roles("HANDLER"))).andExpect(status().isForbidden());
        }
    }

    @Test
    void saysKindlyThatNothingIsAffected() throws Exception {
        house.itIs("2026-12-15");
        http.perform(get("/cockpit/law-preview").param("lang", "sv").with(MANAGER))
                .andExpect(content().string(containsString("Inget öppet ärende berörs")))
                .andExpect(content().string(containsString("value=\"2027-01-01\"")));
    }

    private String page(String address) throws Exception {
        return http.perform(get(java.net.URI.create(address)).with(MANAGER))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private static List<String> numbers(String page) {
        return Pattern.compile("F-\\d+(?=</a>)")
                .matcher(page)
                .results()
                .map(found -> found.group())
                .toList();
    }

    private List<AffectedCase> all(Scenario scenario) {
        return preview.affected(scenario, null).toList();
    }

    private static String before(AffectedCase.Change change) {
        return text(change.before());
    }

    private static String after(AffectedCase.Change change) {
        return text(change.after());
    }

    private static String text(Outlook outlook) {
        Reason why = outlook.why();
        return outlook.kind()
                + (outlook.from() == null ? "" : " " + outlook.from())
                + (outlook.fee() == null ? "" : " " + outlook.fee())
                + (why == null ? "" : " " + why.ruleId());
    }

    /** Two managers agree on the dates of the Norwegian act of 2026 and on how far all of it has been checked. */
    private void confirmed(String from, String through) {
        String source = "Lovdata";
        book.proposeForce("NO-2026", LocalDate.parse(from), source, "Known now", "mia");
        book.proposeReview("NO-2026", LocalDate.parse(through), source, "Known now", "mia");
        book.waiting().stream().map(LawEntry::id).toList().forEach(id -> book.confirm(id, "mons"));
    }

    private CaseNumber follows(String process) {
        CaseNumber number = aCase(Country.NO, "2026-11-02");
        flow.end(number, "another diagram");
        flow.start(process, number, Map.of("country", "NO", "dueDate", "2026-11-02"));
        house.settle();
        return number;
    }

    /** A case that follows the ladder, which does not run until somebody runs what is due. */
    private CaseNumber aCase(Country country, String dueOn) {
        LocalDate due = LocalDate.parse(dueOn);
        return transaction.execute(status -> {
            var creditor = registry.creditor("preview-" + country, "Nordlys " + country, country);
            creditor.reachAt(
                    new Address("Lia 1", "0150", "Oslo", country.name()),
                    "post@nordlys.example",
                    "22 00 00 00",
                    "1506 41 20870");
            var debtor = registry.debtor(creditor, UUID.randomUUID().toString(), "Fjell AS", DebtorKind.BUSINESS);
            debtor.describe(
                    null, null, "post@fjell.example", null, new Address("Dalen 2", "5003", "Bergen", country.name()));
            Invoice invoice = new Invoice(
                    debtor, UUID.randomUUID().toString(), due.minusDays(14), due, Money.of(country.currency(), 1000));
            invoice.payableWith("123455", null, "Goods", true);
            return cases.ofInvoice(registry.register(invoice).id())
                    .orElseThrow()
                    .number();
        });
    }

    /** Many overdue Norwegian cases, without processes. */
    private void many(int count) {
        aCase(Country.NO, "2026-11-16");
        jdbc.sql("update app.collection_case set state = 'CLOSED' where number ="
                        + " (select max(number) from app.collection_case)")
                .update();
        jdbc.sql("""
                        with c as (select id from app.creditor where organisation_number = 'preview-NO'),
                        d as (insert into app.debtor (creditor_id, customer_number, name, kind)
                            select c.id, gen_random_uuid(), '=Many AS', 'BUSINESS' from c, generate_series(1, :count)
                            returning id, creditor_id, customer_number),
                        i as (insert into app.invoice (creditor_id, debtor_id, number, issued_on, first_due_on, due_on,
                                currency, amount, fee_agreed)
                            select creditor_id, id, customer_number, '2026-11-01', '2026-11-16', '2026-11-16', 'NOK', 100, false
                            from d returning id, number),
                        l as (insert into app.ledger_line (invoice_id, part, kind, amount, booked_on, source)
                            select id, 'PRINCIPAL', 'CHARGE', 100, '2026-11-01', 'invoice:' || number from i)
                        insert into app.collection_case (number, invoice_id, state, opened_at)
                        select 'F-' || nextval('app.case_number'), id, 'OPEN', '2026-11-01' from i
                        """).param("count", count).update();
    }
}
