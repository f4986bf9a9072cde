package no.forfall.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.forfall.ForfallTest;
import no.forfall.House;
import no.forfall.Samples;
import no.forfall.arrangements.DebtorAnswers;
import no.forfall.cases.CollectionCase;
import no.forfall.cases.MorningNews;
import no.forfall.identity.Role;
import no.forfall.journal.Journal;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.Country;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** The morning and the end of a handler's day. */
@ForfallTest
class DayPagesTest {

    @Autowired
    MockMvc http;

    @Autowired
    Samples samples;

    @Autowired
    House house;

    @Autowired
    Worklist worklist;

    @Autowired
    Snoozing snoozing;

    @Autowired
    MorningBrief brief;

    @Autowired
    EndOfDay end;

    @Autowired
    DebtorAnswers answers;

    @Autowired
    Journal journal;

    private final String dag = "dag-" + UUID.randomUUID().toString().substring(0, 8);
    private final String debtor = "Dagen " + dag;
    private final RequestPostProcessor signedIn = user(dag).roles("HANDLER");

    @BeforeEach
    void aPerson() {
        house.itIs("2026-03-02");
        samples.person(dag, "Dag Berg", Role.HANDLER);
    }

    private WorkItem asked() {
        CollectionCase opened = samples.caseDue("2026-02-02", debtor, "NOK 1200.00");
        samples.ask(opened.number());
        return asked(opened);
    }

    private WorkItem asked(CollectionCase opened) {
        return worklist.openOf(opened.number()).stream()
                .filter(item -> item.element().equals("askDebtor"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void beginsTheFirstVisitOfADayWithTheBrief() throws Exception {
        http.perform(get("/").with(signedIn)).andExpect(redirectedUrl("/worklist/brief"));
        http.perform(get("/").with(signedIn)).andExpect(redirectedUrl("/worklist"));
        house.itIs("2026-03-03");
        http.perform(get("/").with(signedIn)).andExpect(redirectedUrl("/worklist/brief"));
    }

    @Test
    void tellsWhatIsBegunAndWhatIsBack() throws Exception {
        WorkItem begun = worklist.claim(asked().id(), dag);
        WorkItem back = asked();
        snoozing.snooze(back.id(), dag, new Snooze(1, null, "NO_ANSWER", false));
        WorkItem later = asked();
        snoozing.snooze(later.id(), dag, new Snooze(5, null, "NO_ANSWER", false));
        house.itIs("2026-03-03");
        http.perform(get("/worklist/brief").param("lang", "en").with(signedIn))
                .andExpect(content()
                        .string(allOf(
                                containsString("Good morning, Dag Berg"),
                                containsString("Begin ("),
                                containsString("Begun and not finished"),
                                containsString("/worklist/" + begun.id()),
                                containsString("/worklist?woken=true"),
                                containsString("/worklist/" + back.id()),
                                not(containsString("/worklist/" + later.id())))));
        http.perform(get("/worklist").param("woken", "true").with(signedIn))
                .andExpect(content()
                        .string(allOf(
                                containsString("/worklist/" + back.id()),
                                not(containsString("/worklist/" + begun.id())),
                                not(containsString("/worklist/" + later.id())))));
    }

    @Test
    void tellsOfPromisesBrokenSinceTheLastBankingDayAndTheirAmount() {
        CaseNumber number = samples.caseDue("2026-02-02", debtor, "NOK 1200.00").number();
        answers.promise(number, LocalDate.parse("2026-03-06"));
        house.goTo("2026-03-13");
        LocalDate brokenOn = brokenOn(number);
        assertThat(brokenOn).isNotNull();
        house.itIs(brokenOn.plusDays(brokenOn.getDayOfWeek().getValue() == 5 ? 3 : 1)
                .toString());
        MorningNews.News broken = brief.of(dag).news().stream()
                .filter(news -> news.subject().equals("PROMISES_BROKEN"))
                .findFirst()
                .orElseThrow();
        assertThat(broken.lines())
                .filteredOn(line -> line.caseNumber().equals(number))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.on()).isEqualTo(brokenOn);
                    assertThat(line.amount()).isEqualTo(Money.parse("NOK 1200.00"));
                });
        assertThat(brief.of(dag).debtors()).containsEntry(number, debtor);
        house.itIs(brokenOn.plusDays(14).toString());
        assertThat(brief.of(dag).news()).allSatisfy(news -> assertThat(news.lines())
                .noneMatch(line -> line.caseNumber().equals(number)));
    }

    private LocalDate brokenOn(CaseNumber number) {
        return journal.ofKind("ArrangementBroken", List.of(number)).stream()
                .map(entry -> LocalDate.ofInstant(entry.at(), Country.NO.zone()))
                .findFirst()
                .orElse(null);
    }

    @Test
    void namesTheHourOfAnAgreedCall() throws Exception {
        CollectionCase opened = samples.caseDue("2025-11-03", debtor, "NOK 99999.00");
        house.settle();
        WorkItem call = worklist.openOf(opened.number()).stream()
                .filter(item -> item.element().equals("callDebtor"))
                .findFirst()
                .orElseThrow();
        worklist.complete(call.id(), dag, Map.of("outcome", "CALL_BACK", "callBackAt", "2026-03-03T13:30"));
        assertThat(end.of(dag).callBacks().calls())
                .filteredOn(each -> each.caseNumber().equals(opened.number()))
                .singleElement()
                .satisfies(each -> assertThat(each.at()).isEqualTo("2026-03-03T12:30:00Z"));
        http.perform(get("/worklist/closed").param("lang", "nb").with(signedIn))
                .andExpect(content().string(allOf(containsString("13:30"), containsString("skal ringes tilbake"))));
        house.goTo("2026-03-03");
        assertThat(brief.of(dag).callBacks().calls())
                .filteredOn(each -> each.caseNumber().equals(opened.number()))
                .singleElement()
                .satisfies(each -> assertThat(each.item()).isNull());
        house.next();
        assertThat(brief.of(dag).callBacks().calls())
                .filteredOn(each -> each.caseNumber().equals(opened.number()))
                .singleElement()
                .satisfies(each -> assertThat(each.item())
                        .isEqualTo(worklist.openOf(opened.number()).get(0).id()));
    }

    @Test
    void closesTheDayWithWhatWasDoneAndWhatWaits() throws Exception {
        asked();
        WorkItem done = asked();
        worklist.complete(done.id(), dag, Map.of("answer", "yes"));
        WorkItem later = asked();
        snoozing.snooze(later.id(), dag, new Snooze(1, null, "NO_ANSWER", false));
        EndOfDay.Day day = end.of(dag);
        assertThat(day.finished()).singleElement().satisfies(each -> {
            assertThat(each.element()).isEqualTo("askDebtor");
            assertThat(each.count()).isEqualTo(1);
        });
        assertThat(day.snoozed()).extracting(item -> item.item().id()).containsExactly(later.id());
        assertThat(day.back()).isEqualTo(1);
        assertThat(day.others()).isEmpty();
        http.perform(get("/worklist/closed").param("lang", "sv").with(signedIn))
                .andExpect(content()
                        .string(allOf(
                                containsString("Dagen är slut"),
                                containsString("Antal lediga uppgifter nu: "),
                                containsString("/worklist/" + later.id()),
                                containsString("tisdag 3 mars 2026"))));
    }

    @Test
    void offersManagersTheFreeWorkOfOtherTeams() throws Exception {
        asked();
        String mia = "mia-" + dag;
        samples.person(mia, "Mia Lund", Role.SALES, Role.MANAGER);
        assertThat(end.of(mia).others()).containsKey("handler");
        http.perform(get("/worklist/closed").param("lang", "en").with(user(mia).roles("MANAGER", "SALES")))
                .andExpect(content()
                        .string(allOf(containsString("Case handlers"), containsString("/worklist/next?others=true"))));
        assertThat(worklist.nextOfOthers(mia)).map(WorkItem::team).contains("handler");
        assertThat(worklist.nextOfOthers(dag)).isEmpty();
    }
}
