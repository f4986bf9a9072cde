package no.forfall.worklist.bulk;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.forfall.identity.Person;
import no.forfall.identity.Role;
import org.jspecify.annotations.Nullable;

/**
 * Why a row may not be done, as one expression of SQL: counted over all rows before a run, and asked of each row again when its
 * turn has come, so that what is foretold is what happens. Null where nothing is in the way.
 *
 * @param person who acts
 * @param covered the user names of those whose work the person does today, since they are away
 * @param to who is to have the work; null but for {@link BulkAction#ASSIGN}
 * @param otherEyesThan the step whose person may not finish the step; null when anybody of the team may
 */
record BulkRules(
        BulkOrder order,
        Person person,
        Set<String> covered,
        @Nullable Person to,
        @Nullable String otherEyesThan) {

    private static final String HELD_BY_SOMEBODY = "w.assignee <> all(:mine)";
    private static final String CASE_IN_HANDS = "exists (select 1 from app.work_item o"
            + " where o.case_number = r.case_number and o.done_at is null and o.assignee <> all(:mine))";
    private static final String NOTHING_OPEN =
            "not exists (select 1 from app.work_item o" + " where o.case_number = r.case_number and o.done_at is null)";

    /** Of the row {@code r}, its item {@code w} and case {@code c}. */
    String why() {
        return "case when c.state = 'CLOSED' then 'bulk.why.CLOSED'"
                + switch (order.action()) {
                    case ASSIGN ->
                        gone()
                                + when("w.assignee = :to", "HAS_IT")
                                + taken()
                                + when(notOf(":everyteamto", ":teamsto"), "NOT_OF_TEAM");
                    case RELEASE -> gone() + when("w.assignee is null", "NOBODYS") + taken();
                    case SKIP -> gone() + when(HELD_BY_SOMEBODY, "TAKEN");
                    case HOLD ->
                        when("c.state = 'HELD'", "ALREADY_HELD")
                                + when(NOTHING_OPEN, "GONE")
                                + when(CASE_IN_HANDS, "TAKEN");
                    case COMPLETE ->
                        gone()
                                + when("case w.kind when 'STEP' then w.element else w.kind end <> :step", "OTHER_STEP")
                                + when("w.held", "HELD")
                                + when(HELD_BY_SOMEBODY, "TAKEN")
                                + when(notOf(":everyteam", ":teams"), "OTHER_TEAM")
                                + when(
                                        "exists (select 1 from app.decider e where e.case_number = r.case_number"
                                                + " and e.step = :eyes and e.person = :me)",
                                        "SAME_EYES");
                    case LETTER -> when(NOTHING_OPEN, "GONE") + when(CASE_IN_HANDS, "TAKEN");
                }
                + " end";
    }

    private String gone() {
        return when("w.done_at is not null", "GONE");
    }

    /** Managers give and take back what others have. */
    private String taken() {
        return isManager(person) ? "" : when(HELD_BY_SOMEBODY, "TAKEN");
    }

    private static String when(String condition, String code) {
        return " when " + condition + " then 'bulk.why." + code + "'";
    }

    private static String notOf(String every, String teams) {
        return "w.team is not null and not " + every + " and w.team <> all(" + teams + ")";
    }

    /** What the reason is filled with: who works on it, or until when the case is held. */
    String detail() {
        return "coalesce(case when w.assignee <> all(:mine) then w.assignee end, (select min(o.assignee) from app.work_item o"
                + " where o.case_number = r.case_number and o.done_at is null and o.assignee <> all(:mine)))";
    }

    /** Of several rows that nothing else is in the way of and that are the same, the first is done; null where none are. */
    @Nullable
    String same() {
        return switch (order.action()) {
            case HOLD -> "case_number";
            case LETTER -> "debtor_id";
            default -> null;
        };
    }

    String whySame() {
        return order.action() == BulkAction.LETTER ? "bulk.why.SAME_DEBTOR" : "bulk.why.SAME_CASE";
    }

    Map<String, Object> values() {
        Map<String, Object> values = new HashMap<>();
        values.put("me", person.userName());
        values.put(
                "mine",
                Stream.concat(Stream.of(person.userName()), covered.stream()).toArray(String[]::new));
        values.put("to", to == null ? "" : to.userName());
        values.put("everyteamto", to != null && isManager(to));
        values.put("teamsto", to == null ? new String[0] : teams(to));
        values.put("everyteam", isManager(person));
        values.put("teams", teams(person));
        values.put("step", order.step() == null ? "" : order.step());
        values.put("eyes", otherEyesThan == null ? "" : otherEyesThan);
        return values;
    }

    static boolean isManager(Person person) {
        return person.roles().contains(Role.MANAGER) || person.roles().contains(Role.ADMIN);
    }

    private static String[] teams(Person person) {
        Set<String> teams = person.roles().stream().map(Role::group).collect(Collectors.toSet());
        return teams.toArray(String[]::new);
    }
}
