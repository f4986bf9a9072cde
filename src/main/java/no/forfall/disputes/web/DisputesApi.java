package no.forfall.disputes.web;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import no.forfall.cases.CaseNotOpen;
import no.forfall.disputes.Dispute;
import no.forfall.disputes.DisputeOpen;
import no.forfall.disputes.DisputeReason;
import no.forfall.disputes.Disputes;
import no.forfall.disputes.InvalidPart;
import no.forfall.disputes.NothingAsked;
import no.forfall.disputes.NothingDecided;
import no.forfall.identity.CurrentPerson;
import no.forfall.identity.Role;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.InvalidRequest;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/cases/{caseNumber}/disputes")
class DisputesApi {

    private static final int LONGEST_TEXT = 2000;

    /**
     * @param amount what of the principal is disputed, in the invoice's currency and major units; left out when the whole claim is
     * @param text what the debtor says; may be left out
     */
    record Objection(
            @Nullable String reason,
            @Nullable BigDecimal amount,
            @Nullable String text) {}

    private final Disputes disputes;

    DisputesApi(Disputes disputes) {
        this.disputes = disputes;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Dispute raise(@PathVariable CaseNumber caseNumber, @RequestBody Objection objection) {
        onlyHandlers();
        String text = objection.text() == null ? "" : objection.text();
        if (text.length() > LONGEST_TEXT) {
            throw invalid("text", LONGEST_TEXT + " characters at most");
        }
        return naming(() -> disputes.raise(
                caseNumber, reason(objection), part(caseNumber, objection.amount()), text, CurrentPerson.name()));
    }

    /**
     * @param amount as when it is raised
     * @param text what was not known before
     */
    record NewFacts(@Nullable BigDecimal amount, @Nullable String text) {}

    @PostMapping("/reopening")
    @ResponseStatus(HttpStatus.CREATED)
    Dispute reopen(@PathVariable CaseNumber caseNumber, @RequestBody NewFacts facts) {
        onlyHandlers();
        return naming(() -> disputes.reopen(
                caseNumber, part(caseNumber, facts.amount()), said(facts.text()), CurrentPerson.name()));
    }

    record Answer(@Nullable String text) {}

    @PostMapping("/answer")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void answer(@PathVariable CaseNumber caseNumber, @RequestBody Answer answer) {
        onlyHandlers();
        disputes.answer(caseNumber, said(answer.text()));
    }

    private static String said(@Nullable String text) {
        if (text == null || text.isBlank() || text.length() > LONGEST_TEXT) {
            throw invalid("text", "1 to " + LONGEST_TEXT + " characters");
        }
        return text;
    }

    private static void onlyHandlers() {
        if (!CurrentPerson.has(Role.ADMIN, Role.MANAGER, Role.HANDLER)) {
            throw new AccessDeniedException("Only a handler, a manager or an administrator works on a dispute");
        }
    }

    private static Dispute naming(Supplier<Dispute> raised) {
        try {
            return raised.get();
        } catch (InvalidPart notOfIt) {
            throw invalid(
                    "amount",
                    "Above zero and up to " + notOfIt.open() + ", or left out when the whole claim is disputed");
        }
    }

    private static DisputeReason reason(Objection objection) {
        return Arrays.stream(DisputeReason.values())
                .filter(known -> known.name().equals(objection.reason()))
                .findFirst()
                .orElseThrow(() -> invalid("reason", "One of " + Arrays.toString(DisputeReason.values())));
    }

    private @Nullable Money part(CaseNumber caseNumber, @Nullable BigDecimal amount) {
        Money part = disputes.amount(caseNumber, amount);
        if (part != null && amount != null && part.getAmount().compareTo(amount) != 0) {
            throw invalid("amount", part.getCurrencyUnit().getDecimalPlaces() + " decimals at most");
        }
        return part;
    }

    private static InvalidRequest invalid(String field, String message) {
        return new InvalidRequest(List.of(new InvalidRequest.Fault(field, message)));
    }

    @GetMapping
    List<Dispute> of(@PathVariable CaseNumber caseNumber) {
        return disputes.of(caseNumber);
    }

    @ExceptionHandler({DisputeOpen.class, NothingDecided.class, NothingAsked.class, CaseNotOpen.class})
    ProblemDetail conflict(RuntimeException conflict) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, conflict.getMessage());
    }

    @ExceptionHandler
    ProblemDetail notFound(NoSuchElementException unknown) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, unknown.getMessage());
    }
}
