package no.forfall.demo;

import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Puts the time machine into the head of every page. */
@ControllerAdvice(annotations = org.springframework.stereotype.Controller.class)
@Profile("demo")
class DemoModel {

    private static final ZoneId ZONE = ZoneId.of("Europe/Oslo");

    private final TimeMachine machine;

    DemoModel(TimeMachine machine) {
        this.machine = machine;
    }

    @ModelAttribute("demo")
    boolean demo() {
        return true;
    }

    @ModelAttribute("businessDate")
    LocalDate businessDate() {
        return LocalDate.ofInstant(machine.now(), ZONE);
    }

    @ModelAttribute("nextDue")
    @Nullable
    LocalDate nextDue() {
        return machine.nextDue().map(next -> LocalDate.ofInstant(next, ZONE)).orElse(null);
    }
}
