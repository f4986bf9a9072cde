package no.forfall.agency.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.NoSuchElementException;
import java.util.UUID;
import no.forfall.agency.AgencyAnswers;
import no.forfall.identity.CurrentPerson;
import no.forfall.identity.Role;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Where agencies answer. An agency signs in as a person with the role of a handler. */
@RestController
class AgencyApi {

    private static final int ATTEMPTS = 5;

    /** @param repeated whether the same answer had been taken before */
    record Taken(UUID handoverId, boolean repeated) {}

    private final AgencyAnswers answers;

    AgencyApi(AgencyAnswers answers) {
        this.answers = answers;
    }

    @PostMapping("/api/agency/{handoverId}/status")
    Taken answer(@PathVariable UUID handoverId, @RequestBody JsonNode body) {
        if (!CurrentPerson.has(Role.ADMIN, Role.MANAGER, Role.HANDLER)) {
            throw new AccessDeniedException("Only a handler, a manager or an administrator answers for an agency");
        }
        return new Taken(handoverId, !takenAtLast(handoverId, body));
    }

    /** A payment or a colleague may touch the same case in the same moment; the later one simply looks again. */
    private boolean takenAtLast(UUID handoverId, JsonNode body) {
        for (int attempt = 1; ; attempt++) {
            try {
                return answers.take(handoverId, body);
            } catch (ConcurrencyFailureException collision) {
                if (attempt == ATTEMPTS) {
                    throw collision;
                }
            }
        }
    }

    @ExceptionHandler
    ProblemDetail notFound(NoSuchElementException unknown) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, unknown.getMessage());
    }
}
