package no.forfall.casefile.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import no.forfall.casefile.Agreements;
import no.forfall.casefile.SegmentScreen;
import no.forfall.casefile.SegmentView;
import no.forfall.cases.Cases;
import no.forfall.identity.CurrentPerson;
import no.forfall.policy.Segment;
import no.forfall.shared.CaseNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How the customer of a case pays, for programs. */
@RestController
@RequestMapping("/api/cases/{caseNumber}/segment")
@Tag(name = "Cases")
class SegmentApi {

    /** @param endsOn the last day on which it holds, a year from today at most */
    record Correction(
            @Parameter(description = "NEW, FORGOT, CANNOT_NOW or WILL_NOT") @Nullable
            String segment,

            @Nullable String reason,
            @Nullable LocalDate endsOn) {}

    private final SegmentScreen screen;
    private final Agreements agreements;
    private final Cases cases;

    SegmentApi(SegmentScreen screen, Agreements agreements, Cases cases) {
        this.screen = screen;
        this.agreements = agreements;
        this.cases = cases;
    }

    @GetMapping
    @Operation(summary = "In which way the customer pays late: what counts today, what was counted, and by what")
    SegmentView of(@PathVariable CaseNumber caseNumber, Locale language) {
        return screen.of(cases.get(caseNumber).invoiceId(), cases.today(caseNumber), language);
    }

    @PutMapping
    @Operation(summary = "Have the customer count as another segment through a last day, with a reason")
    SegmentView correct(@PathVariable CaseNumber caseNumber, @RequestBody Correction correction, Locale language) {
        agreements.correct(
                caseNumber,
                segment(correction.segment()),
                correction.reason(),
                correction.endsOn(),
                CurrentPerson.name());
        return of(caseNumber, language);
    }

    private static @Nullable Segment segment(@Nullable String name) {
        return Arrays.stream(Segment.values())
                .filter(segment -> segment.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    @DeleteMapping
    @Operation(summary = "Follow what was counted again")
    SegmentView end(@PathVariable CaseNumber caseNumber, Locale language) {
        agreements.endCorrection(caseNumber, CurrentPerson.name());
        return of(caseNumber, language);
    }
}
