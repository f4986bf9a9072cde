package no.forfall.notes.web;

import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import no.forfall.identity.People;
import no.forfall.identity.Person;
import no.forfall.notes.Mentions;
import no.forfall.shared.Country;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The notes that call the person signed in. */
@Controller
class MentionsPage {

    private static final int MOST = 100;

    private final Mentions mentions;
    private final People people;

    MentionsPage(Mentions mentions, People people) {
        this.mentions = mentions;
        this.people = people;
    }

    @GetMapping("/mentions")
    String mentions(Principal person, Model model) {
        List<Mentions.Mention> found = mentions.of(person.getName(), MOST);
        Map<String, String> names = people.all().stream().collect(Collectors.toMap(Person::userName, Person::name));
        model.addAttribute("mentions", found);
        model.addAttribute("names", names);
        model.addAttribute("zone", Country.NO.zone());
        return "notes/mentions";
    }
}
