package no.forfall.correspondence.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import no.forfall.correspondence.Letter;
import no.forfall.correspondence.LetterNotSent;
import no.forfall.correspondence.LetterReturn;
import no.forfall.correspondence.Letters;
import no.forfall.correspondence.ReturnedLetters;
import no.forfall.correspondence.bounce.BouncedMail;
import no.forfall.identity.CurrentPerson;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.InvalidRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Letters that did not arrive, told by people and programs. */
@RestController
@Tag(name = "Letters", description = "What has left the house")
class ReturnedLettersApi {

    private static final int LONGEST_REASON = 500;

    private final ReturnedLetters returned;
    private final Letters letters;
    private final BouncedMail bounced;

    ReturnedLettersApi(ReturnedLetters returned, Letters letters, BouncedMail bounced) {
        this.returned = returned;
        this.letters = letters;
        this.bounced = bounced;
    }

    /** @param reason what is known about it */
    record Telling(@Nullable String reason) {}

    /** @param first false when it was told before; then nothing has changed */
    record Told(boolean first, @Nullable LetterReturn returned) {}

    @PostMapping("/api/cases/{caseNumber}/letters/{id}/returned")
    @Operation(
            summary = "Tell that a letter did not arrive: it counts no more, and the case waits for new contact data",
            description = "For handlers and managers. The second telling changes nothing; 409 when it has not left.")
    Told tell(@PathVariable CaseNumber caseNumber, @PathVariable UUID id, @RequestBody Telling telling) {
        String reason = telling.reason() == null ? "" : telling.reason().strip();
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            throw new InvalidRequest(List.of(new InvalidRequest.Fault(
                    "reason", "Say what is known about it, in at most " + LONGEST_REASON + " characters")));
        }
        LetterReturn.Way way = LetterReturn.Way.of(of(caseNumber, id).channel());
        boolean first = returned.tell(id, way, reason, CurrentPerson.name());
        return new Told(first, of(caseNumber, id).returned());
    }

    @PostMapping(path = "/api/letters/returned", consumes = "message/rfc822")
    @Operation(
            summary = "Hand in a mail server's report that a mail was not delivered (RFC 3464)",
            description =
                    "For handlers and managers. The letter is found by the Message-ID of the mail in the report; only"
                            + " permanent failures count. 422 when it is no report, or about no letter of this house.")
    ResponseEntity<Object> report(InputStream message) throws IOException {
        BouncedMail.Result result = bounced.take(message.readNBytes(BouncedMail.LARGEST + 1), CurrentPerson.name());
        return result.isRefused()
                ? ResponseEntity.of(ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_ENTITY, result.reason()))
                        .build()
                : ResponseEntity.ok(result);
    }

    private Letter of(CaseNumber caseNumber, UUID id) {
        return letters.find(id)
                .filter(found -> found.caseNumber().equals(caseNumber))
                .orElseThrow(() -> new NoSuchElementException("Case " + caseNumber + " has no letter " + id));
    }

    @ExceptionHandler
    ProblemDetail conflict(LetterNotSent notSent) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, notSent.getMessage());
    }

    @ExceptionHandler
    ProblemDetail notFound(NoSuchElementException unknown) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, unknown.getMessage());
    }
}
