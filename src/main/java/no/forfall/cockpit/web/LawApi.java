package no.forfall.cockpit.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import no.forfall.cockpit.LegalStop;
import no.forfall.cockpit.LegalStopTable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the law stopped, for programs. */
@RestController
@RequestMapping("/api/law")
@Tag(name = "Law")
class LawApi {

    private final LegalStopTable stops;

    LawApi(LegalStopTable stops) {
        this.stops = stops;
    }

    @GetMapping("/refusals")
    @Operation(
            summary = "What the law stopped, by rule and version of the process, for managers",
            description = "How many cases waited for a date, were barred until a person decides, had a letter leave"
                    + " without its fee, and how many stand still now. Texts are in the language of Accept-Language.")
    List<LegalStop> refusals(Locale language) {
        return stops.all(language);
    }
}
