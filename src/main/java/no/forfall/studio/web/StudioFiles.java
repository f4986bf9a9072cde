package no.forfall.studio.web;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.NoSuchElementException;
import no.forfall.engine.Edition;
import no.forfall.engine.Editions;
import no.forfall.engine.ElementTemplates;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** The files behind the designers' pages: published editions, and the templates of the drawing board. */
@Controller
@RequestMapping("/studio")
class StudioFiles {

    private final Editions editions;
    private final ElementTemplates templates;

    StudioFiles(Editions editions, ElementTemplates templates) {
        this.editions = editions;
        this.templates = templates;
    }

    /** The file exactly as it was published. */
    @GetMapping("/editions/{id}/file")
    ResponseEntity<byte[]> file(@PathVariable String id) {
        Edition edition = editions.find(id).orElseThrow(() -> new NoSuchElementException("There is no edition " + id));
        return ResponseEntity.ok()
                .contentType(
                        edition.kind() == Edition.Kind.FORM ? MediaType.APPLICATION_JSON : MediaType.APPLICATION_XML)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(edition.file())
                                .build()
                                .toString())
                .body(editions.source(id).orElseThrow());
    }

    @GetMapping(value = "/element-templates.json", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    byte[] elementTemplates(Locale language) {
        return templates.in(language).getBytes(StandardCharsets.UTF_8);
    }
}
