package no.forfall.intake.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import no.forfall.identity.CurrentPerson;
import no.forfall.intake.FileRefused;
import no.forfall.intake.ImportReport;
import no.forfall.intake.Importer;
import no.forfall.intake.Imports;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Takes files from programs. */
@RestController
@RequestMapping("/api")
@Tag(name = "Imports")
class ImportApi {

    private final Imports imports;

    ImportApi(Imports imports) {
        this.imports = imports;
    }

    @PostMapping(path = "/invoices/imports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(summary = "Imports invoices and credit notes from a UBL or CSV file")
    @ApiResponse(responseCode = "200", description = "The report, also when records were refused")
    @ApiResponse(responseCode = "422", description = "The file is broken as a whole; nothing was imported")
    ReportText invoices(@RequestPart("file") MultipartFile file, Locale language) throws IOException {
        return read(Importer.INVOICES, file, language);
    }

    @PostMapping(path = "/payments/imports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(summary = "Imports payments from a camt.054, camt.053, OCR giro, BgMax or CSV file")
    @ApiResponse(responseCode = "200", description = "The report, also when records were refused")
    @ApiResponse(responseCode = "422", description = "The file is broken as a whole; nothing was imported")
    ReportText payments(@RequestPart("file") MultipartFile file, Locale language) throws IOException {
        return read(Importer.PAYMENTS, file, language);
    }

    private ReportText read(String kind, MultipartFile file, Locale language) throws IOException {
        try (InputStream bytes = file.getInputStream()) {
            ImportReport report = imports.receive(kind, bytes, nameOf(file), CurrentPerson.name());
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
