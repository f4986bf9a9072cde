package no.forfall.worklist.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.forfall.engine.Editions;
import no.forfall.identity.CurrentPerson;
import no.forfall.identity.People;
import no.forfall.identity.Person;
import no.forfall.shared.Country;
import no.forfall.worklist.Holdings;
import no.forfall.worklist.OpenItem;
import no.forfall.worklist.OpenItems;
import no.forfall.worklist.WorkFilter;
import no.forfall.worklist.WorkForms;
import no.forfall.worklist.WorkItem;
import no.forfall.worklist.WorkSummary;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Who has what, and what nobody has. People come by name; nobody is ranked. */
@Controller
class TeamPage {

    private static final WorkFilter FREE = new WorkFilter(null, true, null, null, null);

    private final Holdings holdings;
    private final OpenItems open;
    private final WorkForms forms;
    private final Editions editions;
    private final People people;
    private final Clock clock;

    TeamPage(Holdings holdings, OpenItems open, WorkForms forms, Editions editions, People people, Clock clock) {
        this.holdings = holdings;
        this.open = open;
        this.forms = forms;
        this.editions = editions;
        this.people = people;
        this.clock = clock;
    }

    record Piece(
            String href,
            String step,
            String debtor,
            @Nullable LocalDate due,
            @Nullable String dueTone) {}

    record Holder(
            String userName, String name, long taken, long late, long promises, LocalDate oldest, List<Piece> pieces) {}

    record Free(WorkSummary summary, long promises, List<Piece> pieces) {}

    @GetMapping("/worklist/team")
    String team(Model model, Locale language) {
        Map<String, Holdings.Sum> sums = holdings.sums();
        Map<String, List<Holdings.Piece>> pieces = holdings.pieces();
        Map<String, Long> promises = holdings.promises();
        List<Holder> holders = new ArrayList<>();
        List<String> idle = new ArrayList<>();
        for (Person person : people.all()) {
            Holdings.Sum sum = sums.get(person.userName());
            long due = promises.getOrDefault(person.userName(), 0L);
            if (sum == null && due == 0) {
                idle.add(person.name());
            } else {
                holders.add(new Holder(
                        person.userName(),
                        person.name(),
                        sum == null ? 0 : sum.taken(),
                        sum == null ? 0 : sum.late(),
                        due,
                        sum == null ? today() : sum.oldest(),
                        pieces.getOrDefault(person.userName(), List.of()).stream()
                                .map(each -> piece(each, language))
                                .toList()));
            }
        }
        model.addAttribute("holders", holders);
        model.addAttribute("idle", String.join(", ", idle));
        model.addAttribute(
                "free",
                new Free(
                        open.roughSummary(FREE),
                        promises.getOrDefault(CurrentPerson.DEBTOR, 0L),
                        open.page(FREE, 0, Holdings.NAMED).stream()
                                .map(each -> piece(each, language))
                                .toList()));
        return "worklist/team";
    }

    private Piece piece(Holdings.Piece held, Locale language) {
        String step = editions.elementName(held.process(), held.element(), language);
        return new Piece(
                "/worklist/" + held.id(),
                step.equals(held.element()) ? held.name() : step,
                held.debtor(),
                held.due(),
                WorkRows.dueTone(held.due(), today()));
    }

    private Piece piece(OpenItem free, Locale language) {
        WorkItem item = free.item();
        LocalDate due = item.due() == null
                ? null
                : LocalDate.ofInstant(item.due(), free.country().zone());
        return new Piece(
                "/worklist/" + item.id(),
                forms.title(item, language),
                free.debtor(),
                due,
                WorkRows.dueTone(due, today()));
    }

    /** The day in Oslo, which is the day in Stockholm too. */
    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Country.NO.zone());
    }
}
