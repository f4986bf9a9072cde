package no.forfall.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.forfall.ForfallTest;
import no.forfall.House;
import no.forfall.Samples;
import no.forfall.api.Notice;
import no.forfall.arrangements.DebtorAnswers;
import no.forfall.cases.Cases;
import no.forfall.cases.CollectionCase;
import no.forfall.disputes.DisputeReason;
import no.forfall.disputes.Disputes;
import no.forfall.engine.InvalidForm;
import no.forfall.identity.CurrentPerson;
import no.forfall.identity.Role;
import no.forfall.intake.Upload;
import no.forfall.receivables.Part;
import no.forfall.receivables.Receivables;
import org.camunda.bpm.engine.TaskService;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@ForfallTest
class SnoozeTest {

    private static final RequestPostProcessor SIV = user("siv").roles("HANDLER");

    @Autowired
    MockMvc http;

    @Autowired
    Samples samples;

    @Autowired
    House house;

    @Autowired
    Clock clock;

    @Autowired
    Worklist worklist;

    @Autowired
    Snoozing snoozing;

    @Autowired
    OpenItems open;

    @Autowired
    Ranking ranking;

    @Autowired
    Receivables receivables;

    @Autowired
    Cases cases;

    @Autowired
    Disputes disputes;

    @Autowired
    DebtorAnswers answers;

    @Autowired
    TaskService tasks;

    @Autowired
    Upload upload;

    private final String debtor = "Senere " + UUID.randomUUID();

    @BeforeEach
    void aPerson() {
        house.itIs("2026-03-02");
        samples.person("siv", "Siv Lie", Role.HANDLER);
    }

    private WorkItem asked() {
        CollectionCase opened = samples.caseDue("2026-02-02", debtor, "NOK 1200.00");
        samples.ask(opened.number());
        return asked(opened);
    }

    private Instant left(int days, @Nullable String date) {
        return snoozing.snooze(
                asked().id(), "siv", new Snooze(days, date == null ? null : LocalDate.parse(date), "NO_ANSWER", false));
    }

    private WorkItem leftUntilNews() {
        WorkItem item = asked();
        snoozing.snooze(item.id(), "siv", new Snooze(5, null, "WAITS_FOR_PAPERS", true));
        return item;
    }

    private List<String> listed(WorkFilter.Sleep sleep) {
        return open.page(new WorkFilter(null, false, null, debtor, "askDebtor").with(sleep), 0, 10).stream()
                .map(item -> item.item().id())
                .toList();
    }

    private WorkItem asked(CollectionCase opened) {
        return worklist.openOf(opened.number()).stream()
                .filter(item -> item.element().equals("askDebtor"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void countsBankingDaysOverEasterAndWakesInTheMorningOfTheSummerTime() {
        house.itIs("2026-03-31");
        assertThat(left(1, null)).isEqualTo("2026-04-01T05:00:00Z");
        assertThat(left(2, null)).isEqualTo("2026-04-07T05:00:00Z");
        assertThat(left(1, "2026-04-03")).isEqualTo("2026-04-07T05:00:00Z");
        house.itIs("2026-03-27");
        assertThat(left(1, null)).isEqualTo("2026-03-30T05:00:00Z");
        house.itIs("2026-03-26");
        assertThat(left(1, null)).isEqualTo("2026-03-27T06:00:00Z");
    }

    @Test
    void refusesADayThatIsOverOrTooFarAheadAndAReasonThatIsNone() {
        for (String date : List.of("2026-03-01", "2026-03-02", "2026-04-17", "+999999999-01-01")) {
            assertThatThrownBy(() -> left(0, date))
                    .as(date)
                    .isInstanceOfSatisfying(InvalidForm.class, refused -> assertThat(refused.faults())
                            .containsOnlyKeys("date"));
        }
        assertThat(left(0, "2026-04-16")).isEqualTo("2026-04-16T05:00:00Z");
        for (int days : new int[] {0, 31}) {
            assertThatThrownBy(() -> left(days, null)).isInstanceOf(InvalidForm.class);
        }
        WorkItem item = asked();
        assertThatThrownBy(() -> snoozing.snooze(item.id(), "siv", new Snooze(1, null, "BECAUSE", false)))
                .isInstanceOf(InvalidForm.class);
        assertThat(worklist.get(item.id()).later()).isEqualTo(Later.NEVER);
    }

    @Test
    void leavesTheListUntilItIsBackWhileTheEngineKeepsItsStep() throws Exception {
        WorkItem item = asked();
        worklist.claim(item.id(), "siv");
        snoozing.snooze(item.id(), "siv", new Snooze(1, null, "NO_ANSWER", false));
        assertThat(listed(WorkFilter.Sleep.AWAKE)).isEmpty();
        assertThat(listed(WorkFilter.Sleep.SNOOZED)).containsExactly(item.id());
        assertThat(tasks.createTaskQuery().taskId(item.id()).singleResult().getAssignee())
                .isNull();
        http.perform(get("/worklist")
                        .param("query", debtor)
                        .param("snoozed", "true")
                        .param("lang", "en")
                        .with(SIV))
                .andExpect(content().string(containsString("Until 3 Mar · Siv Lie")));
        house.itIs("2026-03-03");
        assertThat(listed(WorkFilter.Sleep.SNOOZED)).isEmpty();
        assertThat(listed(WorkFilter.Sleep.AWAKE)).containsExactly(item.id());
        http.perform(get("/worklist").param("query", debtor).param("lang", "en").with(SIV))
                .andExpect(content().string(allOf(containsString("Back today"), not(containsString("Until 3 Mar")))));
    }

    @Test
    void wakesWhenAPaymentArrivesAndSaysSo() throws Exception {
        WorkItem listens = leftUntilNews();
        WorkItem sleeps = asked();
        snoozing.snooze(sleeps.id(), "siv", new Snooze(5, null, "OTHER", false));
        pay("200,00", listens, sleeps);
        assertThat(listed(WorkFilter.Sleep.AWAKE)).containsExactly(listens.id());
        assertThat(worklist.get(sleeps.id()).later().isSnoozed(clock.instant())).isTrue();
        ranking.rank();
        Later later = worklist.get(listens.id()).later();
        assertThat(later.woken(clock.instant())).contains(Waker.PAYMENT);
        assertThat(later.since()).isCloseTo(clock.instant(), within(1, ChronoUnit.MINUTES));
        http.perform(get("/worklist").param("query", debtor).param("lang", "nb").with(SIV))
                .andExpect(content().string(containsString("Betaling kom i dag")));
        http.perform(get("/worklist/{id}", listens.id()).param("lang", "en").with(SIV))
                .andExpect(content().string(containsString("Payment arrived today")));
    }

    @Test
    void wakesWhenAPaymentOnlyCoversAFee() throws Exception {
        WorkItem item = asked();
        long invoice = invoiceOf(item);
        receivables.charge(invoice, Part.FEE, Money.parse("NOK 70.00"), house.today(), "test:" + item.id());
        receivables.pay(invoice, Money.parse("NOK 1200.00"), house.today(), "bank:" + UUID.randomUUID());
        snoozing.snooze(item.id(), "siv", new Snooze(5, null, "OTHER", true));
        assertThat(worklist.get(item.id()).later().isSnoozed(clock.instant())).isTrue();
        receivables.pay(invoice, Money.parse("NOK 10.00"), house.today(), "bank:" + UUID.randomUUID());
        assertThat(worklist.get(item.id()).later().wokenBy()).isEqualTo(Waker.PAYMENT);
    }

    private long invoiceOf(WorkItem item) {
        return cases.get(item.caseNumber()).invoiceId();
    }

    private void pay(String amount, WorkItem... items) throws Exception {
        StringBuilder file = new StringBuilder("id;booked;amount;currency;reference;payer;account;text\n");
        for (WorkItem item : items) {
            file.append(UUID.randomUUID() + ";2026-03-02;" + amount + ";NOK;"
                    + receivables.invoice(invoiceOf(item)).number() + ";A;;\n");
        }
        assertThat(upload.payments(file.toString()).<Integer>at("$.posted")).isEqualTo(items.length);
    }

    @Test
    void wakesWhenTheDebtorRepliesOrObjects() {
        WorkItem replied = leftUntilNews();
        CurrentPerson.debtor(() -> {
            answers.promise(replied.caseNumber(), LocalDate.parse("2026-03-10"));
            return true;
        });
        assertThat(worklist.get(replied.id()).later().woken(clock.instant())).contains(Waker.REPLY);
        WorkItem disputed = leftUntilNews();
        disputes.raise(disputed.caseNumber(), DisputeReason.OTHER, "Feil beløp", "siv");
        assertThat(worklist.get(disputed.id()).later().woken(clock.instant())).contains(Waker.OBJECTION);
        assertThat(worklist.get(disputed.id()).later().since())
                .isCloseTo(clock.instant(), within(1, ChronoUnit.MINUTES));
    }

    @Test
    void wakesWhenAColleagueWritesANoteButNotByOnesOwn() throws Exception {
        samples.person("kari", "Kari Nordmann", Role.HANDLER);
        WorkItem item = leftUntilNews();
        write(item, "siv", "De ringer tilbake");
        assertThat(worklist.get(item.id()).later().until()).isNotNull();
        write(item, "kari", "De ringte nå, @siv");
        assertThat(worklist.get(item.id()).later().woken(clock.instant())).contains(Waker.NOTE);
        assertThat(http.perform(get("/worklist/brief")
                                .param("lang", "en")
                                .with(user("siv").roles("HANDLER")))
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8))
                .contains("You are called in notes", item.caseNumber().value());
    }

    private void write(WorkItem item, String person, String words) throws Exception {
        http.perform(post("/cases/" + item.caseNumber() + "/notes")
                        .param("text", words)
                        .with(user(person).roles("HANDLER"))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
    }

    @Test
    void tellsTheJournalAndNamesTheKeyThatUndoesIt() throws Exception {
        WorkItem item = asked();
        http.perform(post("/worklist/{id}/snooze", item.id())
                        .param("days", "3")
                        .param("reason", "ASKS_COLLEAGUE")
                        .param("back", "query=Senere&x=<script>")
                        .param("lang", "en")
                        .with(SIV)
                        .with(csrf()))
                .andExpect(redirectedUrl("/worklist?query=Senere"))
                .andExpect(flash().attribute("undoable", true))
                .andExpect(flash().attribute(
                                "notice",
                                new Notice(
                                        "kept",
                                        "Left until Thu 5 Mar 2026: Ask the debtor · " + item.caseNumber(),
                                        "U undoes it.")));
        http.perform(get("/cases/{number}", item.caseNumber())
                        .param("lang", "nb")
                        .with(SIV))
                .andExpect(content()
                        .string(allOf(containsString("Utsatt: "), containsString("Trenger råd fra en kollega"))));
    }

    @Test
    void namesTheFaultOfWhatWasTyped() throws Exception {
        WorkItem item = asked();
        Map<String, String> dates = Map.of("2026-13-45", "date", "", "date", "2027-03-02", "date");
        for (String date : dates.keySet()) {
            http.perform(post("/worklist/{id}/snooze", item.id())
                            .param("days", "date")
                            .param("date", date)
                            .param("reason", "OTHER")
                            .param("on", "true")
                            .param("lang", "en")
                            .with(SIV)
                            .with(csrf()))
                    .andExpect(redirectedUrl("/worklist/" + item.id()))
                    .andExpect(flash().attribute(
                                    "notice",
                                    new Notice(
                                            "risk",
                                            "It was not left for later",
                                            "Choose a day after today and at most 30 banking days ahead.")));
        }
        assertThat(worklist.get(item.id()).later()).isEqualTo(Later.NEVER);
    }
}
