package no.forfall.shared;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** A request that cannot be taken as it is; answered as problem details with one entry for each field at fault. */
public class InvalidRequest extends ErrorResponseException {

    /** @param message what is wrong and what would be right */
    public record Fault(String field, String message) {}

    public InvalidRequest(List<Fault> faults) {
        super(HttpStatus.BAD_REQUEST, problem(faults), null);
    }

    private static ProblemDetail problem(List<Fault> faults) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.BAD_REQUEST, "Mend the fields named in errors and send again");
        problem.setProperty("errors", faults);
        return problem;
    }
}
