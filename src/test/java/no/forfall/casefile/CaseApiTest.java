package no.forfall.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Locale;
import no.forfall.ForfallTest;
import no.forfall.House;
import no.forfall.Samples;
import no.forfall.cases.CaseState;
import no.forfall.cases.CollectionCase;
import no.forfall.identity.Role;
import no.forfall.receivables.Invoice;
import no.forfall.receivables.Receivables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;

@ForfallTest
class CaseApiTest {

    private static final RequestPostProcessor KARI = httpBasic("kari", "a long enough password");

    @Autowired
    MockMvc http;

    @Autowired
    Samples samples;

    @Autowired
    House house;

    @Autowired
    Receivables receivables;

    @Autowired
    CaseList list;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void people() {
        house.itIs("2026-03-02");
        samples.person("kari", "Kari Nordmann", Role.HANDLER);
    }

    @Test
    void findsACaseByEachKey() {
        CollectionCase opened = samples.caseDue("2026-02-02", "Berg og Dal Søk AS", "NOK 7341.55");
        Invoice invoice = receivables.invoice(opened.invoiceId());
        transaction.executeWithoutResult(status -> receivables
                .invoice(opened.invoiceId())
                .debtor()
                .describe("912 345 678", null, null, "+47 22 33 44 99", null));
        transaction.executeWithoutResult(status ->
                receivables.pay(invoice.id(), org.joda.money.Money.parse("NOK 1000.00"), invoice.dueOn(), "test"));
        List<String> keys = List.of(
                "dal søk",
                "912345678",
                invoice.number(),
                String.valueOf(invoice.paymentReference()),
                opened.number().value().toLowerCase(Locale.ROOT),
                "7 341,55",
                "7,341.55",
                "6341,55 kr",
                "22 33 44 99");
        for (String key : keys) {
            assertThat(list.find(CaseQuery.text(key), 0, 10, Locale.ENGLISH).items())
                    .as(key)
                    .extracting(CaseRow::number)
                    .containsExactly(opened.number());
        }
        assertThat(list.find(CaseQuery.text("nobody has this"), 0, 10, Locale.ENGLISH)
                        .items())
                .isEmpty();
    }

    @Test
    void findsWhatIsTypedAndNotAPattern() {
        CollectionCase opened = samples.caseDue("2026-02-02", "Hundre % og _ og \\ AS", "NOK 10.00");
        samples.caseDue("2026-02-02", "Hundre x og y og z AS", "NOK 10.00");
        for (String text : List.of("hundre %", "% OG _", "_ og \\", "\\ as")) {
            assertThat(list.find(CaseQuery.text(text), 0, 10, Locale.ENGLISH).items())
                    .as(text)
                    .extracting(CaseRow::number)
                    .containsExactly(opened.number());
        }
    }

    /** More than it looks up by name: it then goes through the cases in their order. */
    @Test
    void findsTheFirstOfVeryManyInTheirOrder() {
        CollectionCase last = samples.caseDue("2026-02-02", "Mangfold og Sønner", "NOK 10.00");
        transaction.executeWithoutResult(status -> {
            many();
            CaseList.Found found = list.look(CaseQuery.text("MANGFOLD og"), 0, 50, Locale.ENGLISH);
            assertThat(found.rows()).hasSize(50).extracting(CaseRow::dueOn).isSorted();
            assertThat(found.rows().get(0).debtor()).isEqualTo("Mangfold og 10005");
            assertThat(found.counts()).isEqualTo(new CaseList.Counts(10_006, 10_001, 5, 0));
            assertThat(list.find(CaseQuery.text("mangfold OG"), 200, 50, Locale.ENGLISH)
                            .total())
                    .isEqualTo(10_006);
            CaseQuery held = new CaseQuery("mangfold og", CaseState.HELD, null, null, null, null, null, null);
            assertThat(list.find(held, 0, 50, Locale.ENGLISH).total()).isEqualTo(5);
            assertThat(list.find(CaseQuery.text("og Sønner"), 0, 50, Locale.ENGLISH)
                            .items())
                    .extracting(CaseRow::number)
                    .containsExactly(last.number());
            status.setRollbackOnly();
        });
    }

    private void many() {
        jdbc.sql("""
                        with debtors as (
                            insert into app.debtor (creditor_id, customer_number, name, kind)
                                select min(id), 'many' || n, 'Mangfold og ' || n, 'BUSINESS'
                                from app.creditor, generate_series(1, 10005) n group by n
                            returning id, creditor_id, name, substr(customer_number, 5)::int as n),
                        invoices as (
                            insert into app.invoice
                                    (creditor_id, debtor_id, number, issued_on, first_due_on, due_on, currency, amount, fee_agreed)
                                select creditor_id, id, 'many' || n, date '2000-01-01', date '2000-01-01',
                                    date '2026-01-01' - n, 'NOK', 10, false from debtors returning id, number)
                        select id, number from invoices
                        """).query().listOfRows();
        jdbc.sql("insert into app.collection_case (number, invoice_id, state, opened_at)"
                        + " select 'F-' || (9000000 + id), id, case when substr(number, 5)::int <= 5 then 'HELD' else 'OPEN' end, now()"
                        + " from app.invoice where number like 'many%'")
                .update();
    }

    @Test
    void findsByStateAsAnswersWriteItAndNamesTheMendOfAnUnknownOne() throws Exception {
        CollectionCase opened = samples.caseDue("2026-03-16", "State AS", "NOK 10.00");
        for (String status : List.of("OPEN", "open", "")) {
            http.perform(get("/api/cases")
                            .param("query", opened.number().value())
                            .param("status", status)
                            .with(KARI))
                    .andExpect(jsonPath("$.total").value(1));
        }
        http.perform(get("/api/cases")
                        .param("query", opened.number().value())
                        .param("status", "CLOSED")
                        .with(KARI))
                .andExpect(jsonPath("$.total").value(0));
        http.perform(get("/api/cases").param("status", "GONE").with(KARI))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors[0].field").value("status"));
    }

    @Test
    void showsTheCaseWithMoneyAsTextAndWhatIsPlanned() throws Exception {
        CollectionCase opened = samples.caseDue("2026-03-16", "Plan AS", "NOK 1250.50");
        http.perform(get("/api/cases/{number}", opened.number()).with(KARI))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.number").value(opened.number().value()))
                .andExpect(jsonPath("$.balance.principal.amount").value("1250.50"))
                .andExpect(jsonPath("$.balance.principal.currency").value("NOK"))
                .andExpect(jsonPath("$.plannedNext.element").value("waitBeforeDue"))
                .andExpect(jsonPath("$.plannedNext.at", startsWith("2026-03-11")))
                .andExpect(jsonPath("$.refusals[0].step").value("NOTICE"))
                .andExpect(jsonPath("$.refusals[0].from").value("2026-03-17"));
        http.perform(get("/api/cases").param("query", opened.number().value()).with(KARI))
                .andExpect(jsonPath("$.total").value(1))
                .andExpect(jsonPath("$.items[0].debtor").value("Plan AS"))
                .andExpect(jsonPath("$.items[0].openPrincipal.amount").value("1250.50"))
                .andExpect(jsonPath("$.items[0].plannedNext.element").value("waitBeforeDue"));
    }

    @Test
    void holdsAndResumesAndTellsTheTimeline() throws Exception {
        CollectionCase opened = samples.caseDue("2026-03-16", "Pause AS", "NOK 500.00");
        String path = "/api/cases/" + opened.number();
        http.perform(hold(path, "{\"reason\": \"DEBTOR_ASKED\", \"until\": \"2026-03-20\"}"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.status").value("HELD"))
                .andExpect(jsonPath("$.hold.until").value("2026-03-20"));
        http.perform(hold(path, "{\"reason\": \"again\"}")).andExpect(status().isConflict());
        http.perform(post(path + "/resume").with(KARI)).andExpect(status().isOk());
        http.perform(post(path + "/resume").with(KARI)).andExpect(status().isConflict());
        http.perform(get(path + "/pauses").with(KARI))
                .andExpect(jsonPath("$.length()").value(1))
                .andExpect(jsonPath("$[0].kind").value("HOLD"))
                .andExpect(jsonPath("$[0].beginsOn").value("2026-03-02"))
                .andExpect(jsonPath("$[0].endedOn").value("2026-03-01"))
                .andExpect(jsonPath("$[0].enteredBy").value("kari"));
        http.perform(get(path + "/journal").with(KARI).header("Accept-Language", "nb"))
                .andExpect(jsonPath("$[0].event").value("CaseResumed"))
                .andExpect(jsonPath("$[0].who").value("Kari Nordmann"))
                .andExpect(jsonPath("$[1].text").value("Stoppet til og med 20.03.2026"))
                .andExpect(jsonPath("$[1].detail").value("Skyldneren har bedt om utsettelse"))
                .andExpect(jsonPath("$[*].text", hasItem(startsWith("Sak åpnet for faktura FV-"))));
    }

    private org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder hold(String path, String body) {
        return post(path + "/hold")
                .with(KARI)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body);
    }

    @Test
    void refusesAHoldWithoutReasonOrInThePastAndSaysTheMend() throws Exception {
        CollectionCase opened = samples.caseDue("2026-03-16", "Feil AS", "NOK 500.00");
        String path = "/api/cases/" + opened.number();
        http.perform(hold(path, "{}"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors[0].field").value("reason"));
        http.perform(hold(path, "{\"reason\": \"x\", \"until\": \"2026-03-01\"}"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors[0].message").value("Choose today or a later day."));
        http.perform(hold(path, "{\"reason\": \"x\", \"beginsOn\": \"2026-03-09\"}"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors[0].field").value("beginsOn"))
                .andExpect(jsonPath("$.errors[0].message").value("Choose today or an earlier day as the first."));
        http.perform(hold(path, "{\"reason\": \"x\", \"beginsOn\": \"2026-01-09\"}"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors[0].message", startsWith("Choose 2 Mar 2026 or a later day")));
        http.perform(get("/api/cases/F-999999").with(KARI)).andExpect(status().isNotFound());
        http.perform(get("/api/cases/nonsense").with(KARI)).andExpect(status().isBadRequest());
    }
}
