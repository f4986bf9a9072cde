package no.forfall.intake.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import no.forfall.identity.CurrentPerson;
import no.forfall.intake.FileRefused;
import no.forfall.intake.ImportReport;
import no.forfall.intake.Importer;
import no.forfall.intake.Imports;
import no.forfall.intake.RefusedLines;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
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

    private final Imports imports;
    private final RefusedLines refusedLines;

    ImportApi(Imports imports, RefusedLines refusedLines) {
        this.imports = imports;
        this.refusedLines = refusedLines;
    }

    @PostMapping(path = "/invoices/imports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(summary = "Imports invoices and credit notes from a UBL or CSV file")
    @ApiResponse(responseCode = "200", description = "The report, also when records were refused")
    @ApiResponse(responseCode = "422", description = "The file is broken as a whole; nothing was imported")
    ReportText invoices(
            @RequestPart("file") MultipartFile file,
            @Parameter(description = MAPPING) @RequestParam(required = false) @Nullable String mapping,
            Locale language)
            throws IOException {
        return read(Importer.INVOICES, file, mapping, language);
    }

    @PostMapping(path = "/payments/imports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(summary = "Imports payments from a camt.054, camt.053, OCR giro, BgMax or CSV file")
    @ApiResponse(responseCode = "200", description = "The report, also when records were refused")
    @ApiResponse(responseCode = "422", description = "The file is broken as a whole; nothing was imported")
    ReportText payments(
            @RequestPart("file") MultipartFile file,
            @Parameter(description = MAPPING) @RequestParam(required = false) @Nullable String mapping,
            Locale language)
            throws IOException {
        return read(Importer.PAYMENTS, file, mapping, language);
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

    private ReportText read(String kind, MultipartFile file, @Nullable String mapping, Locale language)
            throws IOException {
        try (InputStream bytes = file.getInputStream()) {
            ImportReport report = imports.receive(kind, bytes, nameOf(file), CurrentPerson.name(), mapping);
            return ReportText.of(report, language);
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
