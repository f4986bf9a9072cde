package no.forfall.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import no.forfall.shared.CaseNumber;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A room that has something to tell people in the morning which is no piece of work by itself. It is asked when somebody opens
 * the page, and answers with a fixed number of statements.
 */
public interface MorningNews {

    /**
     * What happened from a moment on, by subject; a subject of which nothing happened is left out.
     *
     * @param person the user name of whoever reads it
     * @param most how many lines are shown of each subject
     */
    List<News> since(Instant from, String person, int most);

    /**
     * Everything of one subject.
     *
     * @param subject a word of the house, such as {@code PROMISES_KEPT}; its title is the message {@code day.news.} and the
     *     subject, its sign {@code day.sign.} and the subject
     * @param amounts one of each currency; empty when it is not about money
     * @param lines the newest, at most as many as are shown
     */
    record News(String subject, long count, List<Money> amounts, List<Line> lines) {}

    /**
     * @param on the day on which it happened
     * @param amount null when it is not about money
     */
    record Line(
            CaseNumber caseNumber, LocalDate on, @Nullable Money amount) {}
}
