package no.forfall.demo;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** The time machine as page form and as REST. */
@Controller
@Profile("demo")
@Tag(name = "Demo")
class DemoClockController {

    private static final ZoneId ZONE = ZoneId.of("Europe/Oslo");

    /**
     * @param advance {@code P14D}, {@code PT6H} or {@code NEXT}
     */
    record Journey(@Nullable String advance) {}

    /**
     * @param time the business time now
     * @param date the day in Oslo
     * @param done how many timers and effects ran on the way
     */
    record Arrival(Instant time, LocalDate date, int done) {}

    private final TimeMachine machine;

    DemoClockController(TimeMachine machine) {
        this.machine = machine;
    }

    @GetMapping("/api/demo/clock")
    @ResponseBody
    @Operation(summary = "The demo's business time")
    Arrival now() {
        return arrival(0);
    }

    @PostMapping("/api/demo/clock")
    @ResponseBody
    @Operation(summary = "Move the demo's time forward; answers when everything due has run")
    Arrival travel(@RequestBody Journey journey) {
        return arrival(machine.travel(new Advance(journey.advance() == null ? "" : journey.advance())));
    }

    @PostMapping("/demo/clock")
    String travel(
            @RequestParam String advance,
            @RequestHeader(name = HttpHeaders.REFERER, required = false) @Nullable String from) {
        machine.travel(new Advance(advance));
        return "redirect:" + pathOf(from);
    }

    private Arrival arrival(int done) {
        return new Arrival(machine.now(), LocalDate.ofInstant(machine.now(), ZONE), done);
    }

    /** Back to the page the form stood on, never to another site. */
    private static String pathOf(@Nullable String referer) {
        if (referer == null) {
            return "/";
        }
        var address = java.net.URI.create(referer);
        return address.getRawPath() + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery());
    }

    @ExceptionHandler(IllegalArgumentException.class)
    @ResponseBody
    ProblemDetail notADistance(IllegalArgumentException fault) {
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_ENTITY, String.valueOf(fault.getMessage()));
        problem.setProperty("field", "advance");
        problem.setProperty("mend", "Write a distance such as P14D or PT6H, or NEXT.");
        return problem;
    }
}
