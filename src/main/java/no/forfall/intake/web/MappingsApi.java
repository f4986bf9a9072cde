package no.forfall.intake.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import no.forfall.identity.CurrentPerson;
import no.forfall.identity.Role;
import no.forfall.intake.CsvMappings;
import no.forfall.intake.Finding;
import no.forfall.intake.Imports;
import no.forfall.intake.reading.CsvMapping;
import no.forfall.intake.reading.FieldRefused;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Saved mappings for programs. A name is a parameter, since not every name can stand in an address. */
@RestController
@RequestMapping("/api/imports/mappings")
@Tag(name = "Imports")
class MappingsApi {

    private static final String ONE = "/{kind:invoices|payments}";

    private final CsvMappings mappings;
    private final Imports imports;

    MappingsApi(CsvMappings mappings, Imports imports) {
        this.mappings = mappings;
        this.imports = imports;
    }

    @GetMapping
    @Operation(summary = "The saved mappings of CSV columns")
    List<MappingText> all() {
        return mappings.all().stream().map(MappingText::of).toList();
    }

    @GetMapping(ONE)
    @Operation(summary = "One saved mapping, as it can be saved elsewhere")
    @ApiResponse(responseCode = "404", description = "There is none of that name")
    MappingText one(@PathVariable String kind, @RequestParam String name) {
        return mappings.find(kind, name)
                .map(MappingText::of)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @PutMapping(ONE)
    @Operation(summary = "Save a mapping; one of the same name is replaced")
    @ApiResponse(
            responseCode = "422",
            description = "It names a field or column that does not exist, or leaves one out")
    MappingText save(@PathVariable String kind, @RequestParam String name, @RequestBody MappingText text) {
        CsvMapping mapping = text.mapping(name, imports.csvFields(kind));
        mappings.save(kind, mapping, CurrentPerson.name());
        return one(kind, name);
    }

    @DeleteMapping(ONE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Remove a mapping; needs a manager or an administrator")
    void remove(@PathVariable String kind, @RequestParam String name) {
        mayRemove();
        if (!mappings.remove(kind, name)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    static void mayRemove() {
        if (!CurrentPerson.has(Role.MANAGER, Role.ADMIN)) {
            throw new AccessDeniedException("Only a manager or an administrator removes a mapping");
        }
    }

    @ExceptionHandler
    ProblemDetail refused(FieldRefused refusal, Locale language) {
        Finding finding = refusal.at(null, null);
        String sentence = finding.reason().in(language) + " "
                + Objects.requireNonNull(finding.mend()).in(language);
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_ENTITY, sentence);
        problem.setProperty(
                "errors", List.of(Map.of("field", Objects.requireNonNull(finding.field()), "message", sentence)));
        return problem;
    }
}
