package no.forfall.correspondence.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import no.forfall.correspondence.LetterType;
import no.forfall.correspondence.LetterVerification;
import no.forfall.correspondence.LettersByHand;
import no.forfall.engine.ActivityBarred;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.InvalidRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Letters for programs. */
@RestController
@Tag(name = "Letters", description = "What has left the house")
class LetterApi {

    private final LetterVerification verification;
    private final LettersByHand byHand;

    LetterApi(LetterVerification verification, LettersByHand byHand) {
        this.verification = verification;
        this.byHand = byHand;
    }

    /** @param letter the kind of letter, one of those that only tell */
    record Asking(@Nullable LetterType letter) {}

    @PostMapping("/api/cases/{caseNumber}/letters")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Send a letter that only tells, such as a statement of account",
            description =
                    "For handlers and managers. It leaves also when the case stands still or was closed. 400 for a letter"
                            + " that asks for payment; 409 when the case knows nothing that it could speak of.")
    void send(@PathVariable CaseNumber caseNumber, @RequestBody Asking asking) throws ActivityBarred {
        LetterType letter = asking.letter();
        if (letter == null || letter.demands()) {
            throw new InvalidRequest(List.of(new InvalidRequest.Fault(
                    "letter",
                    "Name a letter that only tells: "
                            + Arrays.stream(LetterType.values())
                                    .filter(type -> !type.demands())
                                    .map(Enum::name)
                                    .collect(Collectors.joining(", ")))));
        }
        byHand.send(caseNumber, letter);
    }

    @ExceptionHandler
    ProblemDetail nothingToTell(ActivityBarred barred) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.CONFLICT, barred.why().en());
    }

    @ExceptionHandler
    ProblemDetail notFound(NoSuchElementException unknown) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, unknown.getMessage());
    }

    @GetMapping("/api/letters/verification")
    @Operation(
            summary = "Whether the letters on record are those that left, for managers",
            description =
                    "Every letter is held against its seal, which counts its words, amounts, documents and the seal of"
                            + " the letter of its case before it, and against the journal. Without a case it reads all documents.")
    LetterVerification.Result verify(
            @Parameter(description = "Only this case") @RequestParam(name = "case", required = false) @Nullable
                    CaseNumber caseNumber) {
        return caseNumber == null ? verification.ofAll() : verification.of(caseNumber);
    }
}
