package no.forfall.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/**
 * What a lifecycle costs the product, and how long it looks for due jobs, while more and more other cases wait for a day
 * far off. The waiting ones are copies of one case that was registered in the ordinary way.
 */
final class Waiting implements Scenario {

    private static final LocalDate FIRST = LocalDate.of(2025, 9, 15);
    private static final LocalDate MEASURED = LocalDate.of(2026, 1, 12);
    private static final LocalDate FAR_OFF = LocalDate.of(2028, 1, 10);
    private static final int TEMPLATE = 1_000_000;
    private static final String ACQUISITION = "acquisition ms";

    @Override
    public List<String> sides() {
        return List.of("1", "10000", "100000", "500000");
    }

    @Override
    public Measure run(String waiting, Database database, Gauge gauge, int n) throws Exception {
        try (ForfallSide side = new ForfallSide()) {
            side.open(database);
            side.live(new Cohort(1_100_001, Math.max(50, n / 4), FIRST), gauge);
            side.register(new Cohort(TEMPLATE, 1, FAR_OFF));
            try (Connection connection = database.watch()) {
                new Copies(connection, "FV-" + TEMPLATE).make(Integer.parseInt(waiting) - 1);
            }
            gauge.begin();
            side.live(new Cohort(2_000_001, n, MEASURED), gauge);
            gauge.note(ACQUISITION, gauge.meanMillis("%from ACT\\_RU\\_JOB %DUEDATE\\_ <=%"));
            return gauge.end(waiting, n);
        }
    }

    @Override
    public String report(Results results) {
        StringBuilder text = new StringBuilder("## While others wait\n\n")
                .append(results.about())
                .append("\n\n");
        text.append("| waiting cases | CPU ms (JVM + PG) | SQL | commits | WAL B | acquisition of due jobs, ms |\n");
        text.append("|---|---|---|---|---|---|\n");
        for (String side : results.sides()) {
            text.append("| %,d | %.1f (%.1f + %.1f) | %.1f | %.2f | %,.0f | %.2f |%n"
                    .formatted(
                            Integer.parseInt(side),
                            results.median(side, measure -> measure.each().cpu() * 1000),
                            results.median(side, measure -> measure.each().jvm() * 1000),
                            results.median(side, measure -> measure.each().postgres() * 1000),
                            results.median(side, measure -> measure.each().sql()),
                            results.median(side, measure -> measure.commits() / measure.items()),
                            results.median(side, measure -> measure.each().wal()),
                            results.median(side, measure -> measure.notes().get(ACQUISITION))));
        }
        text.append("\n| goal | must | aim | measured | |\n|---|---|---|---|---|\n");
        text.append(Goal.atMost("cost of a lifecycle at 500 000 waiting, against 1", 1.5, 1.2, "×")
                .row(results.ratio("500000", "1", measure -> measure.each().cpu())));
        text.append(Goal.atMost("acquisition of due jobs at 500 000 waiting", 2, 0.5, " ms")
                .row(results.median("500000", measure -> measure.notes().get(ACQUISITION))));
        return text.toString();
    }

    /** Copies of one waiting case in every table that knows it. */
    record Copies(Connection connection, String invoice) {

        private static final String ENGINE_ID = "md5(t.%s || g.n)";

        void make(int count) throws SQLException {
            long id = number("select id from app.invoice where number = '" + invoice + "'");
            String number = text("select number from app.collection_case where invoice_id = " + id);
            String ofCase = "t.case_number = '" + number + "'";
            String byInvoice = "t.invoice_id = " + id;
            String instance =
                    "t.proc_inst_id_ in (select e.proc_inst_id_ from act_ru_execution e where e.business_key_ = '"
                            + number + "')";
            copy("app.debtor", "t.id = (select debtor_id from app.invoice where id = " + id + ")", count);
            copy("app.invoice", "t.id = " + id, count);
            copy("app.imported_document", "t.number = '" + invoice + "'", count);
            copy("app.ledger_line", byInvoice, count);
            copy("app.collection_case", byInvoice, count);
            copy("app.case_token", ofCase, count);
            copy("app.journal", ofCase, count);
            for (String table : List.of("act_ru_execution", "act_ru_variable", "act_ru_job")) {
                copy(
                        table,
                        table.equals("act_ru_job")
                                ? instance.replace("proc_inst_id_ in", "process_instance_id_ in")
                                : instance,
                        count);
            }
            copy("act_ru_event_subscr", instance, count);
            execute("analyze");
        }

        private void copy(String table, String where, int count) throws SQLException {
            StringJoiner columns = new StringJoiner(", ");
            StringJoiner values = new StringJoiner(", ");
            columns(table).forEach((column, generated) -> {
                if (!generated) {
                    columns.add(column);
                    values.add(value(table, column));
                }
            });
            execute("insert into %s (%s) select %s from (select * from %s t where %s) t, generate_series(1, %d) g(n)"
                    .formatted(table, columns, values, table, where, count));
        }

        /** Every key becomes another for each copy, and the same one wherever it stands. */
        private static String value(String table, String column) {
            boolean engine = table.startsWith("act_");
            return switch (column) {
                case "business_key_", "case_number" -> "'W-' || g.n";
                case "id_",
                        "proc_inst_id_",
                        "root_proc_inst_id_",
                        "process_instance_id_",
                        "execution_id_",
                        "parent_id_",
                        "act_inst_id_",
                        "token",
                        "var_scope_" -> ENGINE_ID.formatted(column);
                case "id", "debtor_id", "invoice_id" -> engine || table.endsWith("journal") ? column : "10000000 + g.n";
                case "number" -> (table.equals("app.collection_case") ? "'W-'" : "'WFV-'") + " || g.n";
                case "customer_number", "payment_reference" -> "'WK' || g.n";
                default -> "t." + column;
            };
        }

        private Map<String, Boolean> columns(String table) throws SQLException {
            Map<String, Boolean> columns = new LinkedHashMap<>();
            String[] parts = table.contains(".") ? table.split("\\.") : new String[] {"public", table};
            try (var statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("select column_name, is_generated = 'ALWAYS' or"
                            + " coalesce(identity_generation, '') = 'ALWAYS' or (column_name = 'id' and table_name ="
                            + " 'ledger_line') from information_schema.columns where table_schema = '" + parts[0]
                            + "' and table_name = '" + parts[1] + "' order by ordinal_position")) {
                while (row.next()) {
                    columns.put(row.getString(1), row.getBoolean(2));
                }
            }
            return columns;
        }

        private long number(String sql) throws SQLException {
            return Long.parseLong(text(sql));
        }

        private String text(String sql) throws SQLException {
            try (var statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(sql)) {
                row.next();
                return row.getString(1);
            }
        }

        private void execute(String sql) throws SQLException {
            try (var statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }
    }
}
