package no.forfall.policy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import no.forfall.engine.TableAnswer;
import no.forfall.engine.TableRow;
import no.forfall.engine.Tables;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How far promises and plans may go: the answers of the tables {@value #PROMISES} and {@value #PLANS}, which get the facts of
 * {@link RoutingFacts} and {@code promisesBroken}. A cell that says nothing, and a claim that no row fits, get the careful
 * terms: {@value #CAREFUL_DAYS} days for the whole, three months which a second person approves, nothing charged.
 */
@Service
public class ArrangementPolicy {

    public static final String PROMISES = "promise-policy";
    public static final String PLANS = "plan-policy";

    static final int CAREFUL_DAYS = 14;
    private static final int WHOLE = 100;
    private static final int CAREFUL_MONTHS = 3;
    private static final int LEAST_GRACE = 1;
    private static final int USUAL_GRACE = 3;
    private static final int MOST_GRACE = 10;

    private final Tables tables;
    private final RoutingFacts routing;

    ArrangementPolicy(Tables tables, RoutingFacts routing) {
        this.tables = tables;
        this.routing = routing;
    }

    /**
     * @param today the day in the creditor's country
     * @param broken how many promises and plans the debtor has broken within a year, partly kept ones among them
     */
    @Transactional(readOnly = true)
    public PromiseTerms promise(long invoiceId, LocalDate today, int broken) {
        TableAnswer answer = ask(PROMISES, invoiceId, today, broken);
        return new PromiseTerms(
                whole(answer, "mostDays", CAREFUL_DAYS, 0, PromiseTerms.LONGEST),
                whole(answer, "leastShare", WHOLE, 0, WHOLE),
                grace(answer),
                basis(answer));
    }

    /** As {@link #promise}, for a plan. */
    @Transactional(readOnly = true)
    public PlanTerms plan(long invoiceId, LocalDate today, int broken) {
        TableAnswer answer = ask(PLANS, invoiceId, today, broken);
        return new PlanTerms(
                whole(answer, "mostMonths", CAREFUL_MONTHS, PlanTerms.FEWEST, PlanTerms.LONGEST),
                amount(answer.outputs().get("leastInstalment")),
                whole(answer, "firstDays", CAREFUL_DAYS, 0, PromiseTerms.LONGEST),
                whole(answer, "approvalAbove", 0, 0, PlanTerms.LONGEST),
                Boolean.TRUE.equals(answer.outputs().get("chargeFee")),
                grace(answer),
                basis(answer));
    }

    private TableAnswer ask(String table, long invoiceId, LocalDate today, int broken) {
        Map<String, Object> facts = new HashMap<>(routing.of(invoiceId, today));
        facts.put("promisesBroken", broken);
        return tables.ask(table, facts);
    }

    private static int grace(TableAnswer answer) {
        return whole(answer, "graceDays", USUAL_GRACE, LEAST_GRACE, MOST_GRACE);
    }

    private static int whole(TableAnswer answer, String output, int careful, int least, int most) {
        int said = answer.outputs().get(output) instanceof Number number ? number.intValue() : careful;
        return Math.min(Math.max(said, least), most);
    }

    private static BigDecimal amount(@Nullable Object value) {
        return value instanceof Number number ? new BigDecimal(number.toString()) : BigDecimal.ZERO;
    }

    private static TermsBasis basis(TableAnswer answer) {
        TableRow row = answer.rows().stream().findFirst().orElse(new TableRow(0, ""));
        return new TermsBasis(answer.table(), answer.version(), row.number(), row.note());
    }
}
