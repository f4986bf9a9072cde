package no.forfall.agency.web;

import java.util.List;
import java.util.NoSuchElementException;
import no.forfall.agency.Handover;
import no.forfall.agency.Handovers;
import no.forfall.agency.NotWithAgency;
import no.forfall.cases.CaseNotOpen;
import no.forfall.identity.CurrentPerson;
import no.forfall.identity.Role;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.InvalidRequest;
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
@RequestMapping("/api/cases/{caseNumber}")
class HandoversApi {

    private static final int LONGEST_REASON = 500;

    record Withdrawal(@Nullable String reason) {}

    private final Handovers handovers;

    HandoversApi(Handovers handovers) {
        this.handovers = handovers;
    }

    @GetMapping("/handovers")
    List<Handover> of(@PathVariable CaseNumber caseNumber) {
        return handovers.of(caseNumber);
    }

    @PostMapping("/withdraw-from-agency")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void withdraw(@PathVariable CaseNumber caseNumber, @RequestBody Withdrawal withdrawal) {
        if (!CurrentPerson.has(Role.ADMIN, Role.MANAGER, Role.HANDLER)) {
            throw new AccessDeniedException("Only a handler, a manager or an administrator calls a claim back");
        }
        String reason = withdrawal.reason();
        if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new InvalidRequest(List.of(
                    new InvalidRequest.Fault("reason", "Say why, in " + LONGEST_REASON + " characters at most")));
        }
        handovers.withdraw(caseNumber, reason);
    }

    @ExceptionHandler({NotWithAgency.class, CaseNotOpen.class})
    ProblemDetail conflict(RuntimeException conflict) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, conflict.getMessage());
    }

    @ExceptionHandler
    ProblemDetail notFound(NoSuchElementException unknown) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, unknown.getMessage());
    }
}
