package no.forfall.engine.running;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.db.FlushResult;
import org.camunda.bpm.engine.impl.db.HasDbRevision;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbEntityOperation;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbOperation;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbOperationType;
import org.camunda.bpm.engine.impl.db.sql.BatchDbSqlSession;
import org.camunda.bpm.engine.impl.db.sql.DbSqlSessionFactory;
import org.jspecify.annotations.Nullable;

/**
 * The engine's writing, but rows of one table that it changes or deletes one after another go as one statement, where the
 * engine sends one for each. A row that somebody else has changed is noticed as the engine does it, by its revision.
 */
final class RowsTogether extends BatchDbSqlSession {

    private final RowStatements statements;

    RowsTogether(DbSqlSessionFactory factory, RowStatements statements) {
        super(factory);
        this.statements = statements;
    }

    @Override
    public FlushResult executeDbOperations(List<DbOperation> operations) {
        int done = 0;
        while (done < operations.size()) {
            List<DbOperation> rest = operations.subList(done, operations.size());
            RowStatement many = many(rest);
            List<DbOperation> next = many == null ? single(rest) : alike(rest);
            FlushResult result = many == null ? super.executeDbOperations(next) : apply(many, next);
            done += next.size();
            if (result.hasFailures()) {
                List<DbOperation> remaining = new ArrayList<>(result.getRemainingOperations());
                remaining.addAll(operations.subList(done, operations.size()));
                return FlushResult.withFailuresAndRemaining(result.getFailedOperations(), remaining);
            }
        }
        return FlushResult.allApplied();
    }

    /** The statement for what the first ones have in common; null where the first goes by itself. */
    private @Nullable RowStatement many(List<DbOperation> operations) {
        return operations.size() > 1 && isAlike(operations.get(0), operations.get(1))
                ? statements.of(mapped(operations.get(0)), sqlSession)
                : null;
    }

    private List<DbOperation> single(List<DbOperation> operations) {
        int until = 1;
        while (until < operations.size() && many(operations.subList(until, operations.size())) == null) {
            until++;
        }
        return operations.subList(0, until);
    }

    private static List<DbOperation> alike(List<DbOperation> operations) {
        int until = 1;
        while (until < operations.size() && isAlike(operations.get(0), operations.get(until))) {
            until++;
        }
        return operations.subList(0, until);
    }

    private static boolean isAlike(DbOperation one, DbOperation other) {
        return one instanceof DbEntityOperation first
                && other instanceof DbEntityOperation second
                && first.getOperationType() != DbOperationType.INSERT
                && first.getOperationType() == second.getOperationType()
                && first.getEntity() instanceof HasDbRevision
                && first.getEntity().getClass() == second.getEntity().getClass();
    }

    private String mapped(DbOperation operation) {
        DbEntity entity = ((DbEntityOperation) operation).getEntity();
        return dbSqlSessionFactory.mapStatement(
                operation.getOperationType() == DbOperationType.DELETE
                        ? dbSqlSessionFactory.getDeleteStatement(entity.getClass())
                        : dbSqlSessionFactory.getUpdateStatement(entity));
    }

    private FlushResult apply(RowStatement statement, List<DbOperation> alike) {
        List<DbEntity> entities = alike.stream()
                .map(operation -> ((DbEntityOperation) operation).getEntity())
                .toList();
        var found = statement.execute(sqlSession, entities);
        List<DbOperation> failed = new ArrayList<>();
        for (DbOperation operation : alike) {
            DbEntityOperation one = (DbEntityOperation) operation;
            int rows = found.contains(one.getEntity().getId()) ? 1 : 0;
            if (one.getOperationType() == DbOperationType.DELETE) {
                entityDeletePerformed(one, rows, null);
            } else {
                entityUpdatePerformed(one, rows, null);
            }
            if (one.isFailed()) {
                failed.add(one);
            }
        }
        return FlushResult.withFailures(failed);
    }
}
