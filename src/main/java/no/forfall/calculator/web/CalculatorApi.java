package no.forfall.calculator.web;

import com.fasterxml.jackson.databind.JsonMappingException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import no.forfall.calculator.BadInput;
import no.forfall.calculator.Calculator;
import no.forfall.calculator.InterestAnswer;
import no.forfall.calculator.InterestRequest;
import no.forfall.calculator.VerdictAnswer;
import no.forfall.calculator.VerdictRequest;
import no.forfall.law.RateUnknown;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The law for programs. Nothing is kept. */
@RestController
@RequestMapping("/api/law")
@Tag(
        name = "Law",
        description = "Late interest and the lawfulness of letters. Questions carry amounts as text or number; answers"
                + " write them as numbers in major units, with the currency beside them")
class CalculatorApi {

    /** @param message what is wrong, {@code mend} what would be right */
    record Fault(String field, String message, String mend) {}

    private final Calculator calculator;
    private final MessageSource messages;

    CalculatorApi(Calculator calculator, MessageSource messages) {
        this.calculator = calculator;
        this.messages = messages;
    }

    @PostMapping("/interest")
    @Operation(
            summary = "Count late interest line by line",
            description =
                    "Simple interest, actual days over 365, from the day after the due date (kept on Monday when it"
                            + " falls on a weekend) through asOf, at the rate in force on each day. The running sum is rounded, so"
                            + " the segments add up to the total.")
    @ApiResponse(responseCode = "200", description = "The interest")
    @ApiResponse(
            responseCode = "422",
            description = "Fields are wrong (errors: field, message, mend), or a day has no known rate (rule, statute,"
                    + " reason)")
    InterestAnswer interest(@RequestBody InterestRequest request) {
        return calculator.interest(request);
    }

    @PostMapping("/verdict")
    @Operation(
            summary = "Ask whether a step is lawful on a day, and what it may cost",
            description = "A refusal is an answer with status 200 that names its rule.")
    @ApiResponse(responseCode = "200", description = "The law's answer")
    @ApiResponse(responseCode = "422", description = "Fields are wrong (errors: field, message, mend)")
    VerdictAnswer verdict(@RequestBody VerdictRequest request, Locale language) {
        return calculator.verdict(request, language);
    }

    @ExceptionHandler
    ProblemDetail wrong(BadInput input, Locale language) {
        return problem(
                input.faults().stream()
                        .map(fault -> new Fault(
                                fault.field(),
                                text("calculator.fault." + fault.kind(), language),
                                text("calculator.mend." + fault.kind(), language)))
                        .toList(),
                HttpStatus.UNPROCESSABLE_ENTITY,
                language);
    }

    @ExceptionHandler
    ProblemDetail unreadable(HttpMessageNotReadableException unreadable, Locale language) {
        String field = unreadable.getCause() instanceof JsonMappingException mapping
                ? mapping.getPath().stream()
                        .map(step ->
                                step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                        .collect(Collectors.joining())
                        .replaceFirst("^\\.", "")
                : "";
        return problem(
                List.of(new Fault(
                        field, text("calculator.fault.json", language), text("calculator.mend.json", language))),
                HttpStatus.BAD_REQUEST,
                language);
    }

    private ProblemDetail problem(List<Fault> faults, HttpStatus status, Locale language) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, text("calculator.wrong", language));
        problem.setTitle(text("problem.invalid.title", language));
        problem.setProperty("errors", faults);
        return problem;
    }

    @ExceptionHandler
    ProblemDetail refused(RateUnknown unknown, Locale language) {
        String reason = unknown.why().text(language);
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_ENTITY, reason);
        problem.setTitle(text("calculator.refused", language));
        problem.setProperty("rule", unknown.why().ruleId());
        problem.setProperty("statute", unknown.why().statute());
        problem.setProperty("reason", reason);
        return problem;
    }

    private String text(String key, Locale language) {
        return messages.getMessage(key, null, language);
    }
}
