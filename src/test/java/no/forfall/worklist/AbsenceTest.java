package no.forfall.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import no.forfall.ForfallTest;
import no.forfall.House;
import no.forfall.Samples;
import no.forfall.api.Notice;
import no.forfall.cases.CollectionCase;
import no.forfall.identity.AbsenceRefused;
import no.forfall.identity.Absences;
import no.forfall.identity.Role;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Somebody is away, and a colleague does the work meanwhile. */
@ForfallTest
class AbsenceTest {

    @Autowired
    MockMvc http;

    @Autowired
    Samples samples;

    @Autowired
    House house;

    @Autowired
    Worklist worklist;

    @Autowired
    Absences absences;

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcClient jdbc;

    private final String unique = UUID.randomUUID().toString().substring(0, 8);
    private final String away = "away-" + unique;
    private final String cover = "cover-" + unique;
    private final String other = "other-" + unique;

    @BeforeEach
    void people() {
        house.itIs("2026-03-02");
        samples.person(away, "Anne Borte", Role.HANDLER);
        samples.person(cover, "Carl Dekker", Role.HANDLER);
        samples.person(other, "Olga Annen", Role.HANDLER);
    }

    private LocalDate day(String isoDate) {
        return LocalDate.parse(isoDate);
    }

    private void isAway(String from, String until) {
        absences.add(away, day(from), day(until), cover, away, house.today());
    }

    private WorkItem taken(String by) {
        CollectionCase opened = samples.caseDue("2026-02-02", "Borte " + unique, "NOK 1200.00");
        samples.ask(opened.number());
        WorkItem item = asked(opened);
        return worklist.claim(item.id(), by);
    }

    private void mostPoints(WorkItem... items) {
        for (WorkItem item : items) {
            jdbc.sql("update app.work_item set points = 1000000 where id = ?")
                    .param(item.id())
                    .update();
        }
    }

    private WorkItem asked(CollectionCase opened) {
        return worklist.openOf(opened.number()).stream()
                .filter(item -> item.element().equals("askDebtor"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void givesTheCoverNextWhatTheAbsentHasOnlyOnThoseDays() {
        WorkItem item = taken(away);
        mostPoints(item);
        isAway("2026-03-03", "2026-03-04");
        assertThat(worklist.next(cover)).map(WorkItem::id).isPresent().isNotEqualTo(java.util.Optional.of(item.id()));
        house.itIs("2026-03-03");
        assertThat(worklist.next(other)).map(WorkItem::id).isNotEqualTo(java.util.Optional.of(item.id()));
        assertThatThrownBy(() -> worklist.claim(item.id(), other)).isInstanceOf(AlreadyTaken.class);
        assertThat(worklist.next(cover)).map(WorkItem::id).contains(item.id());
        assertThat(tasks.createTaskQuery().taskId(item.id()).singleResult().getAssignee())
                .isEqualTo(cover);
        worklist.complete(item.id(), cover, Map.of("answer", "yes"));
    }

    @Test
    void letsTheCoverFinishAndLeaveForLaterWithoutTaking() {
        WorkItem finished = taken(away);
        WorkItem later = taken(away);
        isAway("2026-03-02", "2026-03-02");
        worklist.complete(finished.id(), cover, Map.of("answer", "yes"));
        assertThat(worklist.get(finished.id()).doneAt()).isNotNull();
        assertThat(tasks.createTaskQuery().taskId(finished.id()).count()).isZero();
        worklist.claim(later.id(), cover);
        assertThat(tasks.createTaskQuery().taskId(later.id()).singleResult().getAssignee())
                .isEqualTo(cover);
        house.itIs("2026-03-03");
        WorkItem back = taken(away);
        assertThatThrownBy(() -> worklist.complete(back.id(), cover, Map.of("answer", "yes")))
                .isInstanceOf(AlreadyTaken.class);
    }

    @Test
    void neverGivesTwoWhoCoverTheSame() throws Exception {
        isAway("2026-03-02", "2026-03-02");
        String away2 = "away2-" + unique;
        samples.person(away2, "Arne Borte", Role.HANDLER);
        absences.add(away2, day("2026-03-02"), day("2026-03-02"), other, away2, house.today());
        for (int count = 0; count < 5; count++) {
            mostPoints(taken(away), taken(away2));
        }
        List<Callable<Set<String>>> both = List.of(() -> takeTen(cover), () -> takeTen(other));
        var threads = Executors.newFixedThreadPool(2);
        Set<String> taken = new HashSet<>();
        try {
            for (var each : threads.invokeAll(both)) {
                Set<String> theirs = each.get();
                assertThat(theirs).hasSize(10).noneMatch(taken::contains);
                taken.addAll(theirs);
            }
        } finally {
            threads.shutdown();
        }
        taken.stream()
                .filter(id -> worklist.get(id).element().equals("askDebtor"))
                .forEach(id -> worklist.complete(id, worklist.get(id).assignee(), Map.of("answer", "yes")));
    }

    private Set<String> takeTen(String person) {
        Set<String> ids = new HashSet<>();
        for (int count = 0; count < 10; count++) {
            samples.ask(samples.caseDue("2026-02-02", "Borte " + unique, "NOK 1200.00")
                    .number());
            ids.add(worklist.next(person).orElseThrow().id());
        }
        return ids;
    }

    @Test
    void marksTheWorkOfTheAbsentInTheListAndTheBriefOfTheCover() throws Exception {
        WorkItem item = taken(away);
        isAway("2026-03-02", "2026-03-04");
        var carl = user(cover).roles("HANDLER");
        http.perform(get("/worklist").param("mine", "true").param("lang", "en").with(carl))
                .andExpect(content()
                        .string(allOf(
                                containsString("/worklist/" + item.id()),
                                containsString("Anne Borte is away, you cover"))));
        http.perform(get("/worklist/brief").param("lang", "sv").with(carl))
                .andExpect(content()
                        .string(allOf(
                                containsString("Du täcker för Anne Borte"), containsString("/worklist/" + item.id()))));
        http.perform(get("/worklist/{id}", item.id()).with(carl))
                .andExpect(content().string(containsString("data-island=\"form\"")));
    }

    @Test
    void refusesTwoAbsencesAtATimeAndACoverWhoIsAwayAndNamesTheDay() {
        isAway("2026-03-10", "2026-03-12");
        assertRefused(away, "2026-03-12", "2026-03-13", other, AbsenceRefused.Fault.TWICE, "2026-03-12");
        assertRefused(other, "2026-03-09", "2026-03-10", away, AbsenceRefused.Fault.COVER_AWAY, "2026-03-10");
        assertRefused(cover, "2026-03-01", "2026-03-31", other, AbsenceRefused.Fault.IS_COVER, "2026-03-10");
        assertRefused(other, "2026-03-05", "2026-03-04", cover, AbsenceRefused.Fault.DAYS, null);
        assertRefused(other, "2026-02-01", "2026-02-02", cover, AbsenceRefused.Fault.DAYS, null);
        assertRefused(other, "2026-03-05", "2026-03-05", other, AbsenceRefused.Fault.COVER, null);
        assertRefused(other, "2026-03-05", "2026-03-05", "nobody", AbsenceRefused.Fault.COVER, null);
    }

    private void assertRefused(
            String who,
            String from,
            String until,
            String by,
            AbsenceRefused.Fault fault,
            @org.jspecify.annotations.Nullable String on) {
        assertThatThrownBy(() -> absences.add(who, day(from), day(until), by, who, house.today()))
                .isInstanceOfSatisfying(AbsenceRefused.class, refused -> {
                    assertThat(refused.fault()).isEqualTo(fault);
                    assertThat(refused.day()).isEqualTo(on == null ? null : day(on));
                });
    }

    @Test
    void isSaidOnAPageByThePersonAndByAManagerForAnybody() throws Exception {
        samples.person("mona-" + unique, "Mona Leder", Role.MANAGER);
        http.perform(post("/worklist/absence")
                        .param("person", other)
                        .param("from", "2026-03-05")
                        .param("until", "2026-03-06")
                        .param("cover", cover)
                        .param("lang", "en")
                        .with(user(away).roles("HANDLER"))
                        .with(csrf()))
                .andExpect(flash().attribute(
                                "notice",
                                new Notice(
                                        "kept",
                                        "Anne Borte is away, Carl Dekker covers",
                                        "On those days the work that is begun moves to the cover by itself.")));
        http.perform(post("/worklist/absence")
                        .param("person", other)
                        .param("from", "2026-03-06")
                        .param("until", "2026-03-06")
                        .param("cover", away)
                        .param("lang", "nb")
                        .with(user("mona-" + unique).roles("MANAGER"))
                        .with(csrf()))
                .andExpect(flash().attribute(
                                "notice",
                                new Notice(
                                        "risk",
                                        "Fraværet ble ikke lagret",
                                        "Anne Borte er borte 06.03.2026. Velg en annen som dekker.")));
        long id = absences.from(house.today()).stream()
                .filter(absence -> absence.person().equals(away))
                .findFirst()
                .orElseThrow()
                .id();
        http.perform(post("/worklist/absence/{id}/end", id)
                        .with(user(other).roles("HANDLER"))
                        .with(csrf()))
                .andExpect(status().isForbidden());
        http.perform(get("/worklist/absence")
                        .param("lang", "en")
                        .with(user(away).roles("HANDLER")))
                .andExpect(content().string(allOf(containsString("Anne Borte"), containsString("Back again"))));
        http.perform(post("/worklist/absence/{id}/end", id)
                .with(user(away).roles("HANDLER"))
                .with(csrf()));
        assertThat(absences.find(id)).isEmpty();
    }
}
