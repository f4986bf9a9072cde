package no.forfall.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import no.forfall.ForfallTest;
import no.forfall.House;
import no.forfall.Samples;
import no.forfall.cases.CollectionCase;
import no.forfall.identity.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** What the list is narrowed by, and the names under which people keep that. */
@ForfallTest
class ListFilterTest {

    private static final RequestPostProcessor LIV = user("liv").roles("HANDLER");
    private static final RequestPostProcessor PER = user("per").roles("HANDLER");
    private static final RequestPostProcessor MIA = user("mia").roles("MANAGER");

    @Autowired
    MockMvc http;

    @Autowired
    Samples samples;

    @Autowired
    House house;

    @Autowired
    OpenItems open;

    @Autowired
    Ranking ranking;

    @Autowired
    SavedFilters filters;

    private final String debtor = "Filter " + UUID.randomUUID();

    @BeforeEach
    void people() {
        house.itIs("2026-03-02");
        samples.person("liv", "Liv Moe", Role.HANDLER);
        samples.person("per", "Per Dahl", Role.HANDLER);
        samples.person("mia", "Mia Lund", Role.MANAGER);
    }

    private CollectionCase asked(String dueOn, String amount) {
        CollectionCase opened = samples.caseDue(dueOn, debtor, amount);
        samples.ask(opened.number());
        ranking.rank();
        return opened;
    }

    private List<String> listed(
            @Nullable Set<String> teams, @Nullable Integer age, @Nullable String amount, @Nullable OrderFact because) {
        WorkFilter filter = new WorkFilter(
                null, false, teams, debtor, "askDebtor", age, amount == null ? null : new BigDecimal(amount), because);
        assertThat(open.summary(filter).total())
                .isEqualTo(open.page(filter, 0, 50).size());
        return open.page(filter, 0, 50).stream()
                .map(each -> each.item().caseNumber().value())
                .toList();
    }

    @Test
    void narrowsByAgeAmountReasonAndTeam() {
        String old = asked("2026-01-01", "NOK 700.00").number().value();
        String large = asked("2026-02-20", "NOK 7000.00").number().value();
        assertThat(listed(null, null, null, null)).containsExactly(large, old);
        assertThat(listed(null, 60, null, null)).containsExactly(old);
        assertThat(listed(null, 61, null, null)).isEmpty();
        assertThat(listed(null, null, "7000", null)).containsExactly(large);
        assertThat(listed(null, null, "7000.01", null)).isEmpty();
        assertThat(listed(null, null, null, OrderFact.AMOUNT)).containsExactly(large);
        assertThat(listed(null, null, null, OrderFact.AGE)).containsExactly(large, old);
        assertThat(listed(null, null, null, OrderFact.PROMISE_BROKEN)).isEmpty();
        assertThat(listed(Set.of("handler"), null, null, null)).containsExactly(large, old);
        assertThat(listed(Set.of("manager"), null, null, null)).isEmpty();
    }

    private MockHttpServletRequestBuilder list() {
        return get("/worklist").param("query", debtor).param("lang", "en");
    }

    @Test
    void keepsTheFilterInTheAddressAndNamesWhatMakesNoSense() throws Exception {
        String number = asked("2026-01-01", "NOK 700.00").number().value();
        http.perform(list().param("age", "60").param("amount", "1 000,50").with(LIV))
                .andExpect(content()
                        .string(allOf(
                                not(containsString(number)),
                                containsString("age=60&amp;amount=1%20000%2C50"),
                                not(containsString("until then")))));
        http.perform(list().param("age", "old").param("amount", "much").with(LIV))
                .andExpect(content()
                        .string(allOf(
                                containsString(number),
                                containsString("Days overdue: “old” is no whole number"),
                                containsString("Amount: “much” is no amount"))));
        http.perform(list().param("because", "LOVE").param("team", "x").with(LIV))
                .andExpect(content()
                        .string(allOf(
                                containsString("There is no reason “LOVE”"), containsString("There is no team “x”"))));
    }

    private void save(RequestPostProcessor person, String name, String filter, boolean shared) throws Exception {
        http.perform(post("/worklist/filters")
                        .param("name", name)
                        .param("filter", filter)
                        .param("shared", String.valueOf(shared))
                        .with(person)
                        .with(csrf()))
                .andExpect(redirectedUrl("/worklist?because=PROMISE_BROKEN&amount=1%20000%2C50&mine=true"));
    }

    @Test
    void keepsFiltersUnderANameForOneselfOrTheTeam() throws Exception {
        String own = "Own " + debtor.substring(0, 20);
        String shared = "Shared " + debtor.substring(0, 20);
        String odd = "mine=true&amount=1%20000%2C50&because=PROMISE_BROKEN&strange=1&page=7";
        save(LIV, own, odd, false);
        save(LIV, shared, odd, true);
        save(LIV, shared, odd, true);
        assertThat(filters.of("liv"))
                .filteredOn(each -> each.name().equals(shared))
                .hasSize(1);
        http.perform(list().with(LIV)).andExpect(content().string(allOf(containsString(own), containsString(shared))));
        http.perform(list().with(PER))
                .andExpect(content().string(allOf(not(containsString(own)), containsString(shared))));
        http.perform(list().with(MIA)).andExpect(content().string(not(containsString(shared))));
        long id = filters.of("per").stream()
                .filter(each -> each.name().equals(shared))
                .findFirst()
                .orElseThrow()
                .id();
        http.perform(post("/worklist/filters/{id}/delete", id).with(PER).with(csrf()))
                .andExpect(redirectedUrl("/worklist"));
        assertThat(filters.of("per")).extracting(SavedFilters.SavedFilter::name).contains(shared);
        http.perform(post("/worklist/filters/{id}/delete", id).with(LIV).with(csrf()))
                .andExpect(redirectedUrl("/worklist"));
        assertThat(filters.of("per")).extracting(SavedFilters.SavedFilter::name).doesNotContain(shared);
    }

    @Test
    void saysHowAFilterIsCalled() throws Exception {
        http.perform(post("/worklist/filters")
                        .param("name", "  ")
                        .param("filter", "mine=true")
                        .with(LIV)
                        .with(csrf()))
                .andExpect(redirectedUrl("/worklist?mine=true"));
        http.perform(post("/worklist/filters")
                        .param("name", "n".repeat(61))
                        .param("filter", "mine=true")
                        .with(LIV)
                        .with(csrf()))
                .andExpect(redirectedUrl("/worklist?mine=true"));
        assertThat(filters.of("liv"))
                .extracting(SavedFilters.SavedFilter::name)
                .allMatch(name -> !name.isBlank() && name.length() <= 60);
    }
}
