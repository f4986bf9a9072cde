package no.forfall.worklist.web;

import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import no.forfall.engine.Editions;
import no.forfall.identity.People;
import no.forfall.identity.Person;
import no.forfall.worklist.EndOfDay;
import no.forfall.worklist.OpenItem;
import no.forfall.worklist.WorkForms;
import no.forfall.worklist.WorkItem;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What is said when nothing is left in the list. */
@Controller
class ClosedPage {

    /** @param answer how it ended, in words; null when it has no name */
    record Done(String what, @Nullable String answer, long count) {}

    record Left(String href, String debtor, String what, LocalDate until) {}

    record Other(String team, String count) {}

    private static final String CALL = "callDebtor";

    private final EndOfDay end;
    private final BriefSections brief;
    private final Editions editions;
    private final WorkForms forms;
    private final People people;
    private final DayWords words;
    private final MessageSource messages;

    ClosedPage(
            EndOfDay end,
            BriefSections brief,
            Editions editions,
            WorkForms forms,
            People people,
            DayWords words,
            MessageSource messages) {
        this.end = end;
        this.brief = brief;
        this.editions = editions;
        this.forms = forms;
        this.people = people;
        this.words = words;
        this.messages = messages;
    }

    @GetMapping("/worklist/closed")
    String closed(Principal person, Model model, Locale language) {
        EndOfDay.Day day = end.of(person.getName());
        Map<Boolean, List<EndOfDay.Finished>> finished = day.finished().stream()
                .collect(Collectors.partitioningBy(
                        each -> each.element().equals(CALL) && each.kind() == WorkItem.Kind.STEP));
        model.addAttribute(
                "name", people.find(person.getName()).map(Person::name).orElse(person.getName()));
        model.addAttribute("free", day.free());
        model.addAttribute("calls", done(finished.get(true), language));
        model.addAttribute("steps", done(finished.get(false), language));
        model.addAttribute("promised", day.promised());
        model.addAttribute(
                "left", day.snoozed().stream().map(item -> left(item, language)).toList());
        model.addAttribute("leftCount", day.snoozedCount());
        model.addAttribute("nextDay", day.nextDay());
        model.addAttribute(
                "callBacks",
                day.callBacks().calls().stream()
                        .map(call -> brief.line(call, language))
                        .toList());
        model.addAttribute("callBackCount", day.callBacks().count());
        model.addAttribute("due", day.due());
        model.addAttribute("back", day.back());
        model.addAttribute("begun", day.begun());
        model.addAttribute(
                "others",
                day.others().entrySet().stream()
                        .map(team -> new Other(
                                messages.getMessage("worklist.team." + team.getKey(), null, team.getKey(), language),
                                words.count(team.getValue())))
                        .toList());
        return "worklist/closed";
    }

    private List<Done> done(List<EndOfDay.Finished> finished, Locale language) {
        return finished.stream()
                .map(each -> new Done(name(each, language), answer(each, language), each.count()))
                .toList();
    }

    private String name(EndOfDay.Finished finished, Locale language) {
        String name = editions.elementName(finished.process(), finished.element(), language);
        return name.equals(finished.element()) ? finished.name() : name;
    }

    private @Nullable String answer(EndOfDay.Finished finished, Locale language) {
        String answer = finished.answer();
        return answer == null ? null : messages.getMessage("outcome." + answer, null, answer, language);
    }

    private Left left(OpenItem open, Locale language) {
        WorkItem item = open.item();
        return new Left(
                "/worklist/" + item.id(),
                open.debtor(),
                forms.title(item, language),
                LocalDate.ofInstant(
                        Objects.requireNonNull(item.later().until()),
                        open.country().zone()));
    }
}
