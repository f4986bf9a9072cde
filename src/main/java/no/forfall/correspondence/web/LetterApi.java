package no.forfall.correspondence.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import no.forfall.correspondence.LetterVerification;
import no.forfall.shared.CaseNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Letters for programs. */
@RestController
@Tag(name = "Letters", description = "What has left the house")
class LetterApi {

    private final LetterVerification verification;

    LetterApi(LetterVerification verification) {
        this.verification = verification;
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
