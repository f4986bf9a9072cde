package no.forfall.worklist.web;

import java.security.Principal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import no.forfall.api.Notice;
import no.forfall.identity.Absence;
import no.forfall.identity.AbsenceRefused;
import no.forfall.identity.Absences;
import no.forfall.identity.CurrentPerson;
import no.forfall.identity.People;
import no.forfall.identity.Person;
import no.forfall.identity.Role;
import no.forfall.ui.Formats;
import org.springframework.context.MessageSource;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Says who is away and who covers: everybody for themselves, managers and administrators for anybody. */
@Controller
@RequestMapping("/worklist/absence")
class AbsencePage {

    record Choice(String key, String name) {}

    /** @param mayEnd whether the reader may end it */
    record Row(
            long id, String person, String cover, LocalDate firstDay, LocalDate lastDay, boolean now, boolean mayEnd) {}

    private final Absences absences;
    private final People people;
    private final DayWords words;
    private final Formats formats;
    private final MessageSource messages;

    AbsencePage(Absences absences, People people, DayWords words, Formats formats, MessageSource messages) {
        this.absences = absences;
        this.people = people;
        this.words = words;
        this.formats = formats;
        this.messages = messages;
    }

    @GetMapping
    String absences(Principal reader, Model model) {
        LocalDate today = words.today();
        List<Person> working = people.all().stream()
                .filter(person -> person.roles().stream().anyMatch(role -> role != Role.DESIGNER))
                .toList();
        Map<String, String> names = working.stream().collect(Collectors.toMap(Person::userName, Person::name));
        boolean any = mayForAnybody();
        model.addAttribute("people", choices(working));
        model.addAttribute("self", reader.getName());
        model.addAttribute("any", any);
        model.addAttribute("today", today);
        model.addAttribute(
                "absences",
                absences.from(today).stream()
                        .map(absence -> new Row(
                                absence.id(),
                                names.getOrDefault(absence.person(), absence.person()),
                                names.getOrDefault(absence.cover(), absence.cover()),
                                absence.firstDay(),
                                absence.lastDay(),
                                !absence.firstDay().isAfter(today),
                                any || absence.person().equals(reader.getName())))
                        .toList());
        return "worklist/absence";
    }

    private static List<Choice> choices(List<Person> working) {
        return working.stream()
                .map(person -> new Choice(person.userName(), person.name()))
                .toList();
    }

    private static boolean mayForAnybody() {
        return CurrentPerson.has(Role.MANAGER, Role.ADMIN);
    }

    /** @param person whoever is away; the reader where only that is allowed */
    @PostMapping
    String add(
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String cover,
            Principal reader,
            RedirectAttributes flash,
            Locale language) {
        String away = mayForAnybody() && !person.isEmpty() ? person : reader.getName();
        try {
            absences.add(away, day(from), day(until), cover, reader.getName(), words.today());
            flash.addFlashAttribute(
                    "notice",
                    new Notice(
                            "kept",
                            text("day.absence.done", language, name(away), name(cover)),
                            text("day.absence.done.text", language)));
        } catch (AbsenceRefused refused) {
            refuse("day.absence.fault." + refused.fault(), formats.date(refused.day()), away, cover, flash, language);
        } catch (DateTimeParseException noDate) {
            refuse("day.absence.fault.DAYS", "", away, cover, flash, language);
        }
        return "redirect:/worklist/absence";
    }

    private void refuse(String key, String day, String away, String cover, RedirectAttributes flash, Locale language) {
        flash.addFlashAttribute(
                "notice",
                new Notice(
                        "risk",
                        text("day.absence.refused", language),
                        text(key, language, name(away), name(cover), day)));
    }

    private static LocalDate day(String typed) {
        return LocalDate.parse(typed.strip());
    }

    private String name(String user) {
        return people.find(user).map(Person::name).orElse(user);
    }

    @PostMapping("/{id}/end")
    String end(@PathVariable long id, Principal reader, RedirectAttributes flash, Locale language) {
        Absence absence = absences.find(id).orElseThrow();
        if (!mayForAnybody() && !absence.person().equals(reader.getName())) {
            throw new AccessDeniedException("The absence is somebody else's");
        }
        absences.end(id, words.today());
        flash.addFlashAttribute(
                "notice", new Notice("kept", text("day.absence.ended", language, name(absence.person())), null));
        return "redirect:/worklist/absence";
    }

    private String text(String key, Locale language, Object... values) {
        return messages.getMessage(key, values, language);
    }
}
