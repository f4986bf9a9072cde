package no.forfall.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.NoSuchElementException;
import no.forfall.cases.CaseNotOpen;
import no.forfall.engine.StepGone;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Shows people the error page of the same refusals; comes after {@link Problems}, which takes those of programs. */
@ControllerAdvice(annotations = Controller.class)
class MissingPages {

    @ExceptionHandler(NoSuchElementException.class)
    void missing(HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }

    @ExceptionHandler({CaseNotOpen.class, StepGone.class, ConcurrencyFailureException.class})
    void conflict(HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_CONFLICT);
    }
}
