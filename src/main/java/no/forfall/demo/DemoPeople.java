package no.forfall.demo;

import java.util.List;
import java.util.Set;
import no.forfall.identity.People;
import no.forfall.identity.Person;
import no.forfall.identity.Role;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The four people of the demo; each one's password is their user name. */
@Component
@Profile("demo")
class DemoPeople {

    static final List<Person> ALL = List.of(
            new Person("handler", "Hanna Lind", Set.of(Role.HANDLER)),
            new Person("manager", "Marius Berg", Set.of(Role.MANAGER, Role.HANDLER)),
            new Person("designer", "Dina Sund", Set.of(Role.DESIGNER)),
            new Person("admin", "Anders Holm", Set.of(Role.values())));

    private final People people;

    DemoPeople(People people) {
        this.people = people;
    }

    void moveIn() {
        ALL.stream()
                .filter(person -> people.find(person.userName()).isEmpty())
                .forEach(person -> people.save(person, person.userName()));
    }
}
