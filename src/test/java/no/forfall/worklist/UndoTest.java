package no.forfall.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.forfall.ForfallTest;
import no.forfall.House;
import no.forfall.Samples;
import no.forfall.cases.CollectionCase;
import no.forfall.identity.Role;
import no.forfall.worklist.Undoing.Result;
import org.camunda.bpm.engine.TaskService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@ForfallTest
class UndoTest {

    private static final Snooze TOMORROW = new Snooze(1, null, "NO_ANSWER", true);

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
    Undoing undoing;

    @Autowired
    SavedFilters filters;

    @Autowired
    TaskService tasks;

    private final String una = "una-" + UUID.randomUUID();

    @BeforeEach
    void people() {
        house.itIs("2026-03-02");
        samples.person(una, "Una Berg", Role.HANDLER);
        samples.person("odd", "Odd Moe", Role.HANDLER);
    }

    private WorkItem asked() {
        CollectionCase opened = samples.caseDue("2026-02-02", "Angret AS", "NOK 1200.00");
        samples.ask(opened.number());
        return asked(opened);
    }

    private @Nullable String holder(WorkItem item) {
        assertThat(tasks.createTaskQuery().taskId(item.id()).singleResult().getAssignee())
                .isEqualTo(worklist.get(item.id()).assignee());
        return worklist.get(item.id()).assignee();
    }

    private WorkItem asked(CollectionCase opened) {
        return worklist.openOf(opened.number()).stream()
                .filter(item -> item.element().equals("askDebtor"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void givesBackWhatWasTakenOnce() {
        WorkItem item = asked();
        worklist.claim(item.id(), una);
        assertThat(undoing.undo(una).result()).isEqualTo(Result.GIVEN_BACK);
        assertThat(holder(item)).isNull();
        assertThat(undoing.undo(una).result()).isEqualTo(Result.NOTHING);
        WorkItem next = worklist.next(una).orElseThrow();
        assertThat(undoing.undo(una).item()).extracting(WorkItem::id).isEqualTo(next.id());
        assertThat(worklist.get(next.id()).assignee()).isNull();
    }

    @Test
    void takesAgainWhatWasGivenBackUnlessAColleagueHasItNow() {
        WorkItem item = asked();
        worklist.claim(item.id(), una);
        worklist.release(item.id(), una);
        assertThat(undoing.undo(una).result()).isEqualTo(Result.TAKEN_AGAIN);
        assertThat(holder(item)).isEqualTo(una);
        worklist.release(item.id(), una);
        worklist.claim(item.id(), "odd");
        assertThat(undoing.undo(una).result()).isEqualTo(Result.CHANGED);
        assertThat(holder(item)).isEqualTo("odd");
    }

    @Test
    void bringsBackWhatWasLeftTogetherWithWhatWasTakenByMovingOn() {
        WorkItem item = asked();
        asked();
        worklist.claim(item.id(), una);
        snoozing.snooze(item.id(), una, TOMORROW);
        WorkItem then = worklist.moveOn(una).orElseThrow();
        assertThat(then.assignee()).isEqualTo(una);
        assertThat(undoing.undo(una).result()).isEqualTo(Result.BROUGHT_BACK);
        assertThat(holder(item)).isEqualTo(una);
        assertThat(worklist.get(item.id()).later()).isEqualTo(Later.NEVER);
        assertThat(worklist.get(then.id()).assignee()).isNull();
    }

    @Test
    void restoresASnoozeThatWasEndedByTaking() {
        WorkItem item = asked();
        snoozing.snooze(item.id(), "odd", TOMORROW);
        Later left = worklist.get(item.id()).later();
        worklist.claim(item.id(), una);
        undoing.undo(una);
        assertThat(worklist.get(item.id()).later()).isEqualTo(left);
    }

    @Test
    void neverTouchesWhatIsFinishedAndSaysWhereItIsCorrected() throws Exception {
        WorkItem item = asked();
        worklist.claim(item.id(), una);
        worklist.complete(item.id(), una, Map.of("answer", "yes"));
        http.perform(post("/worklist/undo")
                        .param("lang", "en")
                        .with(user(una).roles("HANDLER"))
                        .with(csrf()))
                .andExpect(redirectedUrl("/worklist"))
                .andExpect(flash().attribute("correct", "/cases/" + item.caseNumber()))
                .andExpect(
                        flash().attribute(
                                        "notice",
                                        new no.forfall.api.Notice(
                                                "info",
                                                "What is finished stays: Ask the debtor · " + item.caseNumber(),
                                                "It may have left the house already. It is corrected on the page of its case.")));
        assertThat(worklist.get(item.id()).doneAt()).isNotNull();
        WorkItem taken = asked();
        worklist.claim(taken.id(), una);
        Undoing.Undone undone = undoing.undo(una);
        assertThat(undone.result()).isEqualTo(Result.GIVEN_BACK);
        assertThat(undone.finished()).extracting(WorkItem::id).isEqualTo(item.id());
    }

    private List<SavedFilters.SavedFilter> own() {
        return filters.of(una).stream()
                .filter(filter -> filter.owner().equals(una))
                .toList();
    }

    @Test
    void restoresAFilterUnlessItsNameIsTaken() throws Exception {
        filters.save(una, "Brutte", "because=PROMISE_BROKEN", true);
        long id = own().get(0).id();
        http.perform(post("/worklist/filters/{id}/delete", id)
                        .with(user(una).roles("HANDLER"))
                        .with(csrf()))
                .andExpect(flash().attribute("undoable", true));
        assertThat(own()).isEmpty();
        http.perform(post("/worklist/undo").with(user(una).roles("HANDLER")).with(csrf()))
                .andExpect(redirectedUrl("/worklist?because=PROMISE_BROKEN"));
        assertThat(own()).singleElement().satisfies(filter -> assertThat(filter.shared())
                .isTrue());
        filters.delete(own().get(0).id(), una);
        filters.save(una, "Brutte", "mine=true", false);
        assertThat(undoing.undo(una).result()).isEqualTo(Result.CHANGED);
        assertThat(own()).extracting(SavedFilters.SavedFilter::query).containsExactly("mine=true");
    }
}
