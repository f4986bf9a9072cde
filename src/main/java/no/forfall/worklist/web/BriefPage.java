package no.forfall.worklist.web;

import java.security.Principal;
import java.util.Locale;
import no.forfall.identity.People;
import no.forfall.identity.Person;
import no.forfall.worklist.MorningBrief;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page of a handler's day. */
@Controller
class BriefPage {

    private final MorningBrief morning;
    private final BriefSections sections;
    private final People people;
    private final DayWords words;

    BriefPage(MorningBrief morning, BriefSections sections, People people, DayWords words) {
        this.morning = morning;
        this.sections = sections;
        this.people = people;
        this.words = words;
    }

    @GetMapping("/worklist/brief")
    String brief(Principal person, Model model, Locale language) {
        MorningBrief.Brief brief = morning.of(person.getName());
        morning.isFirstToday(person.getName());
        model.addAttribute("sections", sections.of(brief, person.getName(), language));
        model.addAttribute("free", brief.free());
        model.addAttribute(
                "name", people.find(person.getName()).map(Person::name).orElse(person.getName()));
        model.addAttribute("today", words.today());
        return "worklist/brief";
    }
}
