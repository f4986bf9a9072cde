package no.forfall.studio.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Objects;
import no.forfall.api.Invalid;
import no.forfall.engine.Edition;
import no.forfall.engine.EditionFinding;
import no.forfall.engine.EditionRefused;
import no.forfall.engine.Editions;
import no.forfall.identity.CurrentPerson;
import no.forfall.studio.Publishing;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Processes, tables and forms for programs, such as a build that publishes them. */
@RestController
@RequestMapping("/api/processes")
@Tag(name = "Processes", description = "Diagrams, decision tables and forms, and the publishing of new editions")
class ProcessesApi {

    private final Editions editions;
    private final Publishing publishing;
    private final MessageSource messages;

    ProcessesApi(Editions editions, Publishing publishing, MessageSource messages) {
        this.editions = editions;
        this.publishing = publishing;
        this.messages = messages;
    }

    @GetMapping
    @Operation(summary = "The newest edition of everything that is published")
    List<Edition> newest() {
        return editions.newest();
    }

    @GetMapping(value = "/{key}/diagram", produces = MediaType.APPLICATION_XML_VALUE)
    @Operation(summary = "The newest diagram of a process, as BPMN")
    byte[] diagram(@PathVariable String key) {
        return editions.source(publishing.newest(Edition.Kind.PROCESS, key).id())
                .orElseThrow(NoSuchElementException::new);
    }

    @PostMapping("/check")
    @Operation(summary = "What is wrong with a file; changes nothing")
    List<EditionFinding> check(@RequestParam MultipartFile file) throws IOException {
        return editions.check(nameOf(file), file.getBytes());
    }

    @PostMapping("/editions")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Publish a file as the next edition; cases that start afterwards follow it")
    Edition publish(@RequestParam MultipartFile file, @RequestParam String note) throws IOException {
        if (note.isBlank()) {
            throw new Invalid("note", "studio.note.missing");
        }
        return editions.publish(nameOf(file), file.getBytes(), CurrentPerson.name(), note.strip());
    }

    private static String nameOf(MultipartFile file) {
        return Objects.toString(file.getOriginalFilename(), "");
    }

    @ExceptionHandler
    ProblemDetail refused(EditionRefused refused, Locale language) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.UNPROCESSABLE_ENTITY, messages.getMessage("studio.refused", null, language));
        problem.setTitle(messages.getMessage("studio.refused.title", null, language));
        problem.setProperty("findings", refused.findings());
        return problem;
    }
}
