package no.forfall.casefile.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import no.forfall.api.Invalid;
import no.forfall.api.Listing;
import no.forfall.casefile.CaseFile;
import no.forfall.casefile.CaseFiles;
import no.forfall.casefile.CaseList;
import no.forfall.casefile.CaseQuery;
import no.forfall.casefile.CaseRow;
import no.forfall.casefile.EvidencePacket;
import no.forfall.casefile.Exemptions;
import no.forfall.casefile.Holds;
import no.forfall.casefile.NotesOnTimeline;
import no.forfall.casefile.PrintedCase;
import no.forfall.casefile.Timeline;
import no.forfall.casefile.TimelineEntry;
import no.forfall.cases.CaseState;
import no.forfall.cases.Cases;
import no.forfall.cases.Pause;
import no.forfall.shared.CaseNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Cases for programs. */
@RestController
@RequestMapping("/api/cases")
@Tag(
        name = "Cases",
        description = "One case follows one invoice. Money is written {\"amount\": \"1234.50\", \"currency\": \"NOK\"}")
class CaseApi {

    private static final int LARGEST_PAGE = 200;

    private static final String ZIP = "application/zip";

    /**
     * @param beginsOn the first day of the hold, today or earlier; null for today
     * @param until the last day of the hold; null until someone resumes the case
     */
    record Hold(
            @Nullable String reason,
            @Nullable LocalDate beginsOn,
            @Nullable LocalDate until) {}

    private final CaseList list;
    private final CaseFiles files;
    private final Timeline timeline;
    private final NotesOnTimeline notes;
    private final Holds holds;
    private final Exemptions exemptions;
    private final Cases cases;
    private final EvidencePacket evidence;
    private final PrintedCase printed;

    CaseApi(
            CaseList list,
            CaseFiles files,
            Timeline timeline,
            NotesOnTimeline notes,
            Holds holds,
            Exemptions exemptions,
            Cases cases,
            EvidencePacket evidence,
            PrintedCase printed) {
        this.list = list;
        this.files = files;
        this.timeline = timeline;
        this.notes = notes;
        this.holds = holds;
        this.exemptions = exemptions;
        this.cases = cases;
        this.evidence = evidence;
        this.printed = printed;
    }

    @GetMapping
    @Operation(summary = "Find cases, the longest overdue first")
    Listing<CaseRow> find(
            @Parameter(description = "Debtor, organisation, invoice, case or phone number, KID or OCR, or an amount")
                    @RequestParam(required = false)
                    @Nullable
                    String query,
            @Parameter(description = "OPEN, HELD or CLOSED") @RequestParam(required = false) @Nullable String status,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size,
            Locale language) {
        CaseState state = status == null || status.isBlank() ? null : state(status);
        return list.find(
                new CaseQuery(query, state, null, null, null, null, null, null),
                Math.max(page, 0),
                Math.min(Math.max(size, 1), LARGEST_PAGE),
                language);
    }

    private static CaseState state(String status) {
        return Arrays.stream(CaseState.values())
                .filter(state -> state.name().equalsIgnoreCase(status))
                .findFirst()
                .orElseThrow(() -> new Invalid("status", "case.status.choice"));
    }

    @GetMapping("/{caseNumber}")
    @Operation(
            summary = "One case: parties, invoice, balance, where it stands, what is planned and what the law refuses")
    CaseFile one(@PathVariable CaseNumber caseNumber, Locale language) {
        return files.of(caseNumber, language);
    }

    @GetMapping("/{caseNumber}/journal")
    @Operation(summary = "What happened on the case, newest first")
    List<TimelineEntry> journal(
            @PathVariable CaseNumber caseNumber,
            @Parameter(description = "Entries older than this id") @RequestParam(required = false) @Nullable
                    Long before,
            @RequestParam(defaultValue = "100") int size,
            Locale language) {
        files.of(caseNumber, language);
        return notes.in(timeline.of(
                caseNumber, before == null ? Long.MAX_VALUE : before, Math.min(Math.max(size, 1), 500), language));
    }

    @GetMapping(path = "/{caseNumber}/evidence.zip", produces = ZIP)
    @Operation(
            summary =
                    "All that proves what happened on the case, as a ZIP file with an index: letters byte for byte with"
                            + " their seals, claim, payments, objections, journal, and the SHA-256 of each file")
    void evidence(@PathVariable CaseNumber caseNumber, Locale language, HttpServletResponse response)
            throws IOException {
        long invoiceId = cases.get(caseNumber).invoiceId();
        response.setContentType(ZIP);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + caseNumber.value() + "-evidence.zip\"");
        evidence.write(caseNumber, invoiceId, language, response.getOutputStream());
    }

    @GetMapping(path = "/{caseNumber}/case-file.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    @Operation(
            summary = "The case on paper, in the language of the request",
            description =
                    "With the newest " + PrintedCase.ENTRIES + " entries of its timeline. Notes are in it when ticked")
    ResponseEntity<byte[]> print(@PathVariable CaseNumber caseNumber, Locale language) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + caseNumber.value() + ".pdf\"")
                .cacheControl(CacheControl.noStore())
                .body(printed.pdf(caseNumber, language));
    }

    @PostMapping("/{caseNumber}/hold")
    @Operation(summary = "Put the case on hold: no letter leaves, no deadline runs; 409 when it is not open")
    CaseFile hold(@PathVariable CaseNumber caseNumber, @RequestBody Hold hold, Locale language) {
        holds.hold(caseNumber, hold.reason(), hold.beginsOn(), hold.until());
        return files.of(caseNumber, language);
    }

    @PostMapping("/{caseNumber}/exemption")
    @Operation(
            summary = "Spare the debtor through a day; asks a manager unless one asks. 409 when the case is not open",
            description = "Answers 200 when it holds, 202 when a manager is asked")
    ResponseEntity<CaseFile> exempt(@PathVariable CaseNumber caseNumber, @RequestBody Hold hold, Locale language) {
        boolean holds = exemptions.ask(caseNumber, hold.reason(), hold.until());
        return ResponseEntity.status(holds ? HttpStatus.OK : HttpStatus.ACCEPTED)
                .body(files.of(caseNumber, language));
    }

    @GetMapping("/{caseNumber}/pauses")
    @Operation(summary = "When the case stood still and why, the oldest first")
    List<Pause> pauses(@PathVariable CaseNumber caseNumber) {
        cases.get(caseNumber);
        return cases.pauses(caseNumber);
    }

    @PostMapping("/{caseNumber}/resume")
    @Operation(summary = "Let a held case go on; 409 when it is not held")
    CaseFile resume(@PathVariable CaseNumber caseNumber, Locale language) {
        holds.resume(caseNumber);
        return files.of(caseNumber, language);
    }
}
