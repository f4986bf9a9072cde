package no.forfall.bench;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.springframework.util.DigestUtils;

/**
 * Copies of one case in every table that knows it, made by SQL alone. Every key becomes another for each copy, and the same
 * one wherever it stands. What the database keeps by itself is copied too, without its triggers, which is why the
 * connection is a superuser's.
 *
 * @param invoice the number of the invoice of the case that is copied
 * @param mark a letter that no other copies have
 */
record Copies(Connection connection, String invoice, char mark) {

    private static final List<String> HOUSE = List.of(
            "app.debtor",
            "app.debtor_exposure",
            "app.invoice",
            "app.imported_document",
            "app.ledger_line",
            "app.collection_case",
            "app.case_token",
            "app.journal",
            "app.work_item");

    private static final List<String> ENGINE = List.of(
            "act_ru_execution",
            "act_ru_task",
            "act_ru_identitylink",
            "act_ru_variable",
            "act_ru_job",
            "act_ru_event_subscr");

    void make(int count) throws SQLException {
        String id = text("select id from app.invoice where number = '" + invoice + "'");
        String number = text("select number from app.collection_case where invoice_id = " + id);
        execute("set session_replication_role = replica");
        for (String table : HOUSE) {
            copy(table, mine(table, id, number), count);
        }
        String instances = "(select proc_inst_id_ from act_ru_execution where business_key_ = '" + number + "')";
        for (String table : ENGINE) {
            copy(table, mine(table, instances), count);
        }
        execute("reset session_replication_role");
        execute("vacuum analyze");
    }

    private String mine(String table, String id, String number) {
        return switch (table) {
            case "app.debtor" -> "id = (select debtor_id from app.invoice where id = " + id + ")";
            case "app.debtor_exposure" -> "debtor_id = (select debtor_id from app.invoice where id = " + id + ")";
            case "app.invoice" -> "id = " + id;
            case "app.imported_document" -> "number = '" + invoice + "'";
            case "app.ledger_line", "app.collection_case" -> "invoice_id = " + id;
            default -> "case_number = '" + number + "'";
        };
    }

    private static String mine(String table, String instances) {
        return switch (table) {
            case "act_ru_job" -> "process_instance_id_ in " + instances;
            case "act_ru_identitylink" ->
                "task_id_ in (select id_ from act_ru_task where proc_inst_id_ in " + instances + ")";
            default -> "proc_inst_id_ in " + instances;
        };
    }

    private void copy(String table, String where, int count) throws SQLException {
        StringJoiner columns = new StringJoiner(", ");
        StringJoiner values = new StringJoiner(", ");
        columns(table).forEach((column, type) -> {
            columns.add(column);
            values.add(value(table, column, type));
        });
        execute("insert into %s (%s) select %s from (select * from %s where %s) t, generate_series(1, %d) g(n)"
                .formatted(table, columns, values, table, where, count));
    }

    private String value(String table, String column, String type) {
        return switch (column) {
            case "business_key_", "case_number" -> "'F-' || " + number();
            case "id", "debtor_id", "invoice_id" -> type.equals("bigint") ? number() : key(column);
            case "number" -> (table.equals("app.collection_case") ? "'F-' || " + number() : "'" + mark + "FV-' || g.n");
            case "customer_number", "payment_reference" -> "'" + mark + "' || g.n";
            case "name" -> table.equals("app.debtor") ? "'Fjell ' || " + word() + " || ' AS'" : "t.name";
            case "token" -> key(column);
            default -> isEngineId(column) ? key(column) : "t." + column;
        };
    }

    /** The word by which the name of the debtor of a copy differs from the others. */
    static String word(char mark, int n) {
        return mark
                + DigestUtils.md5DigestAsHex(String.valueOf(n).getBytes(StandardCharsets.UTF_8))
                        .substring(0, 9);
    }

    private String word() {
        return "'" + mark + "' || left(md5(g.n::text), 9)";
    }

    private String number() {
        return "(" + mark * 10_000_000L + " + g.n)";
    }

    /** Keys that follow each other lie side by side in an index, as those of an engine do that makes them one after the other. */
    private static String key(String column) {
        return "left(md5(t." + column + "), 16) || to_char(g.n, 'FM00000000')";
    }

    private static boolean isEngineId(String column) {
        return List.of(
                        "id_",
                        "proc_inst_id_",
                        "root_proc_inst_id_",
                        "process_instance_id_",
                        "execution_id_",
                        "parent_id_",
                        "super_exec_",
                        "act_inst_id_",
                        "task_id_",
                        "var_scope_")
                .contains(column);
    }

    /** The columns that are not made by the database itself, with their types. */
    private Map<String, String> columns(String table) throws SQLException {
        Map<String, String> columns = new LinkedHashMap<>();
        String[] parts = table.contains(".") ? table.split("\\.") : new String[] {"public", table};
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select column_name, data_type from information_schema.columns"
                        + " where table_schema = '" + parts[0] + "' and table_name = '" + parts[1]
                        + "' and is_generated = 'NEVER' and coalesce(identity_generation, '') <> 'ALWAYS'"
                        + " and not (column_name = 'id' and table_name = 'ledger_line') order by ordinal_position")) {
            while (row.next()) {
                columns.put(row.getString(1), row.getString(2));
            }
        }
        return columns;
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
