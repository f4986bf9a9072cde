package no.forfall.worklist;

import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which of the open items to show. Null means: whatever.
 *
 * @param assignee a user name
 * @param unassigned only items nobody has
 * @param teams only items of one of the teams, and those of no team
 * @param text a part of the debtor's name, or a case or invoice number
 * @param action the kind of work: an element of a diagram, {@code DECIDE}, {@code CHECK_DELIVERY} or
 *     {@link #STANDING}
 * @param leastAge the least number of days since the invoice fell due; 0 includes the day itself
 * @param leastAmount the least open principal in major units, whatever the currency
 * @param because only items that have points for it
 * @param covered user names whose items count as the assignee's, who covers for them
 * @param sleep which of what was left for later
 */
public record WorkFilter(
        @Nullable String assignee,
        boolean unassigned,
        @Nullable Set<String> teams,
        @Nullable String text,
        @Nullable String action,
        @Nullable Integer leastAge,
        @Nullable BigDecimal leastAmount,
        @Nullable OrderFact because,
        Set<String> covered,
        Sleep sleep) {

    /** What was left for later belongs to whoever left it. */
    public enum Sleep {
        /** Only what is not left for later, or is back. */
        AWAKE,
        /** Only what is still left for later. */
        SNOOZED,
        /** Only what has come back and was not taken since, or comes back today. */
        WOKEN
    }

    /** The action of everything that is no step: what the law bars, and what may be lost. */
    public static final String STANDING = "STANDING";

    /** The action of what debtors have said and a person must answer. */
    public static final String REPLIES = "REPLIES";

    public static final WorkFilter ALL = new WorkFilter(null, false, null, null, null);

    /** Of any age and amount, for whatever reason. */
    public WorkFilter(
            @Nullable String assignee,
            boolean unassigned,
            @Nullable Set<String> teams,
            @Nullable String text,
            @Nullable String action) {
        this(assignee, unassigned, teams, text, action, null, null, null);
    }

    /** Of what is awake, and nobody covers for anybody. */
    public WorkFilter(
            @Nullable String assignee,
            boolean unassigned,
            @Nullable Set<String> teams,
            @Nullable String text,
            @Nullable String action,
            @Nullable Integer leastAge,
            @Nullable BigDecimal leastAmount,
            @Nullable OrderFact because) {
        this(assignee, unassigned, teams, text, action, leastAge, leastAmount, because, Set.of(), Sleep.AWAKE);
    }

    public WorkFilter with(Sleep other) {
        return new WorkFilter(
                assignee, unassigned, teams, text, action, leastAge, leastAmount, because, covered, other);
    }

    public WorkFilter covering(Set<String> others) {
        return new WorkFilter(assignee, unassigned, teams, text, action, leastAge, leastAmount, because, others, sleep);
    }
}
