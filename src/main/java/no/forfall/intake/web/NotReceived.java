package no.forfall.intake.web;

import java.util.Locale;
import no.forfall.intake.reading.Sentence;
import org.apache.tomcat.util.http.fileupload.MultipartStream.MalformedStreamException;
import org.apache.tomcat.util.http.fileupload.impl.SizeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MultipartException;

/**
 * Says why a file could not be received: it is larger than a file may be, it broke off (400), or this node cannot keep it
 * (503), as when its disk is full.
 */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class NotReceived {

    private static final Logger log = LoggerFactory.getLogger(NotReceived.class);
    private static final String SECONDS = "30";

    private final DataSize largest;

    NotReceived(@Value("${spring.servlet.multipart.max-file-size}") DataSize largest) {
        this.largest = largest;
    }

    /** By the cause: Spring guesses from the words of the exception, and a full disk may say that a file is too large. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> notReceived(MultipartException failed, Locale language) {
        Throwable cause = NestedExceptionUtils.getMostSpecificCause(failed);
        if (cause instanceof SizeException) {
            return ResponseEntity.of(problem(largest, language)).build();
        }
        if (cause instanceof MalformedStreamException) {
            return ResponseEntity.of(problem(HttpStatus.BAD_REQUEST, "intake.file.cut", language))
                    .build();
        }
        log.error("A file that was sent cannot be kept", failed);
        return ResponseEntity.of(problem(HttpStatus.SERVICE_UNAVAILABLE, "intake.file.disk", language))
                .headers(headers -> headers.set(HttpHeaders.RETRY_AFTER, SECONDS))
                .build();
    }

    static ProblemDetail problem(DataSize largest, Locale language) {
        return problem(HttpStatus.PAYLOAD_TOO_LARGE, "intake.file.large", language, largest.toMegabytes());
    }

    private static ProblemDetail problem(HttpStatus status, String key, Locale language, Object... arguments) {
        String reason = Sentence.of(key, arguments).in(language);
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, reason);
        problem.setProperty("reason", reason);
        problem.setProperty("mend", Sentence.of(key + ".mend", arguments).in(language));
        return problem;
    }
}
