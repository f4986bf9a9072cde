package no.forfall.casefile.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.Arrays;
import no.forfall.casefile.Happening;
import no.forfall.casefile.Happenings;
import no.forfall.cases.DebtorEvents;
import no.forfall.shared.CaseNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What happened to the debtor of a case, for programs such as a watch of the public registers. */
@RestController
@RequestMapping("/api/cases/{caseNumber}/events")
@Tag(name = "Cases")
class HappeningsApi {

    /**
     * @param what INSOLVENT, DECEASED, WITHDRAWN or DELIVERY_STOP
     * @param on the day on which it happened; null for today
     * @param fileBy the last day on which claims are filed with a bankrupt's estate
     */
    record Told(
            @Nullable String what,
            @Nullable LocalDate on,
            @Nullable LocalDate fileBy,
            @Nullable String note) {}

    private final Happenings happenings;
    private final DebtorEvents events;

    HappeningsApi(Happenings happenings, DebtorEvents events) {
        this.happenings = happenings;
        this.events = events;
    }

    @GetMapping
    @Operation(summary = "What stands of the debtor: bankruptcy, death, stop of deliveries")
    DebtorEvents.Standing standing(@PathVariable CaseNumber caseNumber) {
        return events.standing(caseNumber);
    }

    @PostMapping
    @Operation(
            summary =
                    "Tell of a bankruptcy, a death, a withdrawal or a stop of deliveries; 409 when the case is closed",
            description = "A bankruptcy or a death stops all open cases of the debtor and asks a person once")
    DebtorEvents.Standing tell(@PathVariable CaseNumber caseNumber, @RequestBody Told told) {
        happenings.tell(caseNumber, what(told), told.on(), told.fileBy(), told.note());
        return events.standing(caseNumber);
    }

    @PostMapping("/end")
    @Operation(summary = "Take it back: the cases go on, deliveries may too")
    DebtorEvents.Standing takeBack(@PathVariable CaseNumber caseNumber, @RequestBody Told told) {
        happenings.takeBack(caseNumber, what(told), told.note());
        return events.standing(caseNumber);
    }

    private static @Nullable Happening what(Told told) {
        return Arrays.stream(Happening.values())
                .filter(each -> each.name().equals(told.what()))
                .findFirst()
                .orElse(null);
    }
}
