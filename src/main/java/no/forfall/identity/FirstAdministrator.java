package no.forfall.identity;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Makes the first administrator of a fresh installation and prints the password once, on the console only. */
@Component
@Profile("!demo")
class FirstAdministrator implements ApplicationRunner {

    private final People people;

    FirstAdministrator(People people) {
        this.people = people;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!people.hasAdministrator()) {
            byte[] random = new byte[15];
            new SecureRandom().nextBytes(random);
            String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
            people.save(new Person("admin", "Administrator", Set.of(Role.values())), password);
            System.out.println("""

                    The first administrator of this installation:
                        user      admin
                        password  %s
                    It is shown only now.
                    """.formatted(password));
        }
    }
}
