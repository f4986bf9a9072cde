package no.forfall.intake.web;

import java.util.Locale;
import no.forfall.intake.reading.Sentence;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/** Says how large a file may be, to a sender that did not tell the size beforehand. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class TooLarge {

    private final DataSize largest;

    TooLarge(@Value("${spring.servlet.multipart.max-file-size}") DataSize largest) {
        this.largest = largest;
    }

    @ExceptionHandler
    ProblemDetail tooLarge(MaxUploadSizeExceededException exceeded, Locale language) {
        return problem(largest, language);
    }

    static ProblemDetail problem(DataSize largest, Locale language) {
        String reason = Sentence.of("intake.file.large", largest.toMegabytes()).in(language);
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.PAYLOAD_TOO_LARGE, reason);
        problem.setProperty("reason", reason);
        problem.setProperty(
                "mend",
                Sentence.of("intake.file.large.mend", largest.toMegabytes()).in(language));
        return problem;
    }
}
