package no.forfall.api;

import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import no.forfall.cases.CaseNotOpen;
import no.forfall.engine.InvalidForm;
import no.forfall.engine.StepGone;
import no.forfall.ui.Formats;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Tells programs why something was refused, in the reader's language, as RFC 9457 asks. */
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class Problems {

    private final MessageSource messages;
    private final Formats formats;
    private final FieldFaults faults;

    Problems(MessageSource messages, Formats formats, FieldFaults faults) {
        this.messages = messages;
        this.formats = formats;
        this.faults = faults;
    }

    @ExceptionHandler
    ProblemDetail notThere(NoSuchElementException missing, Locale language) {
        return problem(HttpStatus.NOT_FOUND, "problem.missing", language);
    }

    @ExceptionHandler
    ProblemDetail notOpen(CaseNotOpen refused, Locale language) {
        return problem(HttpStatus.CONFLICT, "problem.case." + refused.state(), language);
    }

    @ExceptionHandler
    ProblemDetail gone(StepGone gone, Locale language) {
        return problem(HttpStatus.CONFLICT, "problem.gone", language);
    }

    @ExceptionHandler
    ProblemDetail collided(ConcurrencyFailureException collision, Locale language) {
        return problem(HttpStatus.CONFLICT, "problem.collision", language);
    }

    @ExceptionHandler
    ProblemDetail invalid(InvalidForm invalid, Locale language) {
        return invalid(faults.of(invalid, language), language);
    }

    @ExceptionHandler
    ProblemDetail invalid(Invalid invalid, Locale language) {
        return invalid(
                List.of(new FieldFault(invalid.field(), invalid.sentence(messages, formats, language))), language);
    }

    private ProblemDetail invalid(List<FieldFault> faults, Locale language) {
        ProblemDetail problem = problem(HttpStatus.UNPROCESSABLE_ENTITY, "problem.invalid", language);
        problem.setProperty("errors", faults);
        return problem;
    }

    private ProblemDetail problem(HttpStatus status, String key, Locale language) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, text(key, language));
        problem.setTitle(text(key + ".title", language));
        return problem;
    }

    private String text(String key, Locale language) {
        return messages.getMessage(key, null, language);
    }
}
