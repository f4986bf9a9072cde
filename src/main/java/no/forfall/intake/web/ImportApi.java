package no.forfall.intake.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import no.forfall.identity.CurrentPerson;
import no.forfall.intake.FileRefused;
import no.forfall.intake.ImportReport;
import no.forfall.intake.Importer;
import no.forfall.intake.Imports;
import no.forfall.intake.KeptImports;
import no.forfall.intake.RefusedLines;
import no.forfall.intake.WaitingFiles;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** Takes files from programs. */
@RestController
@RequestMapping("/api")
@Tag(name = "Imports")
class ImportApi {

    private static final String MAPPING =
            "The name of a saved mapping for a CSV file; without it, one that was saved for the same columns is used";
    private static final String CSV = "text/csv";

    private static final String PREFER =
            "respond-async (RFC 7240) answers as soon as the file is kept, with the address where to ask for its report";
    private static final String ASYNC = "respond-async";
    private static final String KEPT = "The file is kept and will be read; Location says where to ask";

    private final Imports imports;
    private final KeptImports kept;
    private final WaitingFiles waiting;
    private final RefusedLines refusedLines;

    ImportApi(Imports imports, KeptImports kept, WaitingFiles waiting, RefusedLines refusedLines) {
        this.imports = imports;
        this.kept = kept;
        this.waiting = waiting;
        this.refusedLines = refusedLines;
    }

    @PostMapping(path = "/invoices/imports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(summary = "Imports invoices and credit notes from a UBL or CSV file")
    @ApiResponse(
            responseCode = "200",
            description = "The report, also when records were refused",
            content = @Content(schema = @Schema(implementation = ReportText.class)))
    @ApiResponse(responseCode = "202", description = KEPT, content = @Content)
    @ApiResponse(responseCode = "422", description = "The file is broken as a whole; nothing was imported")
    ResponseEntity<?> invoices(
            @RequestPart("file") MultipartFile file,
            @Parameter(description = MAPPING) @RequestParam(required = false) @Nullable String mapping,
            @Parameter(description = PREFER) @RequestHeader(name = "Prefer", required = false) @Nullable String prefer,
            Locale language)
            throws IOException {
        return read(Importer.INVOICES, file, mapping, prefer, language);
    }

    @PostMapping(path = "/payments/imports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(summary = "Imports payments from a camt.054, camt.053, OCR giro, BgMax or CSV file")
    @ApiResponse(
            responseCode = "200",
            description = "The report, also when records were refused",
            content = @Content(schema = @Schema(implementation = ReportText.class)))
    @ApiResponse(responseCode = "202", description = KEPT, content = @Content)
    @ApiResponse(responseCode = "422", description = "The file is broken as a whole; nothing was imported")
    ResponseEntity<?> payments(
            @RequestPart("file") MultipartFile file,
            @Parameter(description = MAPPING) @RequestParam(required = false) @Nullable String mapping,
            @Parameter(description = PREFER) @RequestHeader(name = "Prefer", required = false) @Nullable String prefer,
            Locale language)
            throws IOException {
        return read(Importer.PAYMENTS, file, mapping, prefer, language);
    }

    @GetMapping(path = "/imports/{id}/refused.csv", produces = CSV)
    @Operation(
            summary =
                    "The refused lines of an imported CSV file as they stood there, with reason and mend in the language"
                            + " of the reader; at most five hundred, for thirty days")
    @ApiResponse(responseCode = "404", description = "Nothing is kept of that import")
    void refused(@PathVariable long id, Locale language, HttpServletResponse response) throws IOException {
        RefusedLines.Refused refused =
                refusedLines.of(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        response.setContentType(CSV);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"refused-" + id + ".csv\"");
        RefusedCsv.write(refused, language, response.getWriter());
    }

    @GetMapping("/imports/{id}")
    @Operation(summary = "The report of an import")
    @ApiResponse(responseCode = "404", description = "There is no such import")
    @ApiResponse(responseCode = "422", description = "The file was broken as a whole; nothing was imported")
    ReportText report(@PathVariable long id, Locale language) {
        KeptImports.Outcome outcome =
                kept.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (outcome.report() == null) {
            throw Objects.requireNonNull(outcome.refusal());
        }
        return ReportText.of(outcome.report(), language);
    }

    @GetMapping("/imports/waiting/{id}")
    @Operation(summary = "Whether a file that was kept has been read; for its sender, for a day after it was")
    @ApiResponse(responseCode = "202", description = "Not yet", content = @Content)
    @ApiResponse(responseCode = "303", description = "It was; Location is its report", content = @Content)
    @ApiResponse(responseCode = "404", description = "No such file waits for this person", content = @Content)
    ResponseEntity<Void> waiting(@PathVariable UUID id) {
        WaitingFiles.Turn turn = waiting.turn(id, CurrentPerson.name())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return turn.importId() == null
                ? ResponseEntity.accepted().build()
                : ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .location(URI.create("/api/imports/" + turn.importId()))
                        .build();
    }

    private ResponseEntity<?> read(
            String kind, MultipartFile file, @Nullable String mapping, @Nullable String prefer, Locale language)
            throws IOException {
        try (InputStream bytes = file.getInputStream()) {
            if (prefer != null && prefer.contains(ASYNC)) {
                UUID id = imports.queue(kind, bytes, nameOf(file), CurrentPerson.name(), mapping);
                return ResponseEntity.accepted()
                        .location(URI.create("/api/imports/waiting/" + id))
                        .header("Preference-Applied", ASYNC)
                        .build();
            }
            ImportReport report = imports.receive(kind, bytes, nameOf(file), CurrentPerson.name(), mapping);
            return ResponseEntity.ok(ReportText.of(report, language));
        }
    }

    static String nameOf(MultipartFile file) {
        String name = file.getOriginalFilename();
        return name == null || name.isBlank() ? "file" : name;
    }

    @ExceptionHandler
    ProblemDetail refused(FileRefused refusal, Locale language) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.UNPROCESSABLE_ENTITY, refusal.reason().in(language));
        problem.setProperty("reason", refusal.reason().in(language));
        problem.setProperty("mend", refusal.mend().in(language));
        return problem;
    }
}
