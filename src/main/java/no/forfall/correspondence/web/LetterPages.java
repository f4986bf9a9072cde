package no.forfall.correspondence.web;

import java.util.List;
import java.util.UUID;
import no.forfall.correspondence.Letters;
import no.forfall.identity.CurrentPerson;
import no.forfall.identity.Role;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Shows letters exactly as they left. A letter holds names and texts from outside, so its page can do nothing at all. */
@RestController
class LetterPages {

    private static final String SANDBOX =
            "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'self'; base-uri 'none'; form-action"
                    + " 'none'";

    private final Letters letters;

    LetterPages(Letters letters) {
        this.letters = letters;
    }

    @GetMapping("/letters/{id}")
    ResponseEntity<String> html(@PathVariable UUID id) {
        look(id);
        return letters.html(id)
                .map(html -> ResponseEntity.ok()
                        .contentType(new MediaType(MediaType.TEXT_HTML, java.nio.charset.StandardCharsets.UTF_8))
                        .header("Content-Security-Policy", SANDBOX)
                        .cacheControl(CacheControl.noStore())
                        .body(html))
                .orElseThrow(LetterPages::noSuchLetter);
    }

    @GetMapping("/letters/{id}.pdf")
    ResponseEntity<byte[]> pdf(@PathVariable UUID id) {
        look(id);
        return letters.pdf(id)
                .map(pdf -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_PDF)
                        .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + id + ".pdf\"")
                        .cacheControl(CacheControl.noStore())
                        .body(pdf))
                .orElseThrow(LetterPages::noSuchLetter);
    }

    /** A letter shows where its debtor is reached; where that is protected only a manager opens it, and that is kept. */
    private void look(UUID id) {
        if (!letters.hidden(List.of(id)).isEmpty()) {
            if (!CurrentPerson.has(Role.MANAGER)) {
                throw new AccessDeniedException("The letter shows a protected address");
            }
            letters.reveal(id);
        }
    }

    private static ResponseStatusException noSuchLetter() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such letter");
    }
}
