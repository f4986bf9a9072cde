package no.forfall.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Another engine on {@code ladder.bpmn}. Its activities write the business rows in the transaction of the engine; people,
 * bank and agency each act on one case in one transaction.
 */
abstract class PeerSide extends EngineSide {

    private static final String ON_THE_DESK = "decideHandOver";

    final BusinessRows rows = new BusinessRows();
    private JdbcTemplate jdbc;
    private TransactionTemplate transaction;

    /** What expressions in the diagram can call. */
    public final class Steps {

        public void run(String step, long invoice) {
            rows.run(jdbc, step, invoice);
        }

        /** The same where a job of the executor does it. */
        public void job(String step, long invoice) {
            run(step, invoice);
            jobRan();
        }
    }

    @Override
    public final void open(Database database) throws Exception {
        HikariDataSource pool = database.pool();
        rows.prepare(pool);
        var transactions = new DataSourceTransactionManager(pool);
        jdbc = new JdbcTemplate(pool);
        transaction = new TransactionTemplate(transactions);
        open(pool, transactions, new Steps());
    }

    abstract void open(HikariDataSource pool, DataSourceTransactionManager transactions, Steps steps) throws Exception;

    abstract void start(int invoice, Map<String, Object> facts);

    abstract void tell(int invoice, String message);

    abstract void complete(int invoice, String task, Map<String, Object> facts);

    static String key(int invoice) {
        return "B-" + invoice;
    }

    static String diagram(String namespace, String timeToLive) {
        return BusinessRows.Resource.text("ladder.bpmn")
                .replace("\"ENGINE\"", "\"" + namespace + "\"")
                .replace("TIME_TO_LIVE", timeToLive);
    }

    private void together(int invoice, String step, Runnable act) {
        transaction.executeWithoutResult(status -> {
            rows.run(jdbc, step, invoice);
            act.run();
        });
    }

    @Override
    void register(Cohort cohort) throws Exception {
        each(cohort.all(), invoice -> together(invoice, "register", () -> start(invoice, Map.of("n", (long) invoice))));
    }

    @Override
    void deliver(List<Integer> invoices, int letter) throws Exception {
        each(invoices, invoice -> together(invoice, "deliver" + letter, () -> tell(invoice, "delivered")));
    }

    @Override
    void pay(Cohort cohort) throws Exception {
        each(cohort.paid(), invoice -> together(invoice, "pay", () -> tell(invoice, "caseClosed")));
    }

    @Override
    void raiseDispute(int invoice) {
        together(invoice, "dispute", () -> tell(invoice, "disputed"));
    }

    @Override
    void decideDispute(int invoice) {
        complete(invoice, "assessDispute", Map.of("outcome", "REJECTED"));
    }

    @Override
    void handOver(int invoice) {
        complete(invoice, ON_THE_DESK, Map.of("handOverDecision", "HAND_OVER"));
    }

    @Override
    void answerOfAgency(int invoice) {
        together(invoice, "answer", () -> tell(invoice, "agencyAnswered"));
    }
}
