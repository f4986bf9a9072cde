package no.forfall.bench;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/** The lifecycle as an engine runs it: its own executor runs the jobs when the clock has come to them. */
abstract class EngineSide implements Side {

    private static final int PEOPLE = 4;
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final ExecutorService people = Executors.newFixedThreadPool(PEOPLE);
    private final AtomicLong jobs = new AtomicLong();
    private volatile long firstJob;
    private volatile long lastJob;

    /** Moves the clock of the side, and lets its executor look again at once where it can. */
    abstract void goTo(Instant time);

    /** SQL for the time of the last timer that waits. */
    abstract String lastTimer();

    /** SQL for the number of jobs due at a time, which is its only parameter or parameters. */
    abstract String dueJobs();

    abstract void register(Cohort cohort) throws Exception;

    /**
     * Sends what is queued and tells the processes; with a mail server and an agency that take everything.
     *
     * @param letter the first, second or third letter; 4 is the package for the agency
     */
    abstract void deliver(List<Integer> invoices, int letter) throws Exception;

    abstract void pay(Cohort cohort) throws Exception;

    abstract void raiseDispute(int invoice) throws Exception;

    abstract void decideDispute(int invoice) throws Exception;

    abstract void handOver(int invoice) throws Exception;

    abstract void answerOfAgency(int invoice) throws Exception;

    /** A job has done its work. */
    final void jobRan() {
        lastJob = System.nanoTime();
        if (jobs.getAndIncrement() == 0) {
            firstJob = lastJob;
        }
    }

    @Override
    public final void live(Cohort cohort, Gauge gauge) throws Exception {
        goTo(cohort.morning());
        gauge.phase("register", () -> register(cohort));
        timers(gauge);
        gauge.phase("deliver", () -> deliver(cohort.all(), 1));
        timers(gauge);
        gauge.phase("deliver", () -> deliver(cohort.all(), 2));
        gauge.phase("pay", () -> pay(cohort));
        gauge.phase("dispute", () -> {
            each(cohort.disputed(), this::raiseDispute);
            each(cohort.disputed(), this::decideDispute);
        });
        timers(gauge);
        gauge.phase("deliver", () -> deliver(cohort.unpaid(), 3));
        timers(gauge);
        gauge.phase("decide", () -> each(cohort.unpaid(), this::handOver));
        gauge.phase("deliver", () -> deliver(cohort.unpaid(), 4));
        gauge.phase("answer", () -> each(cohort.unpaid(), this::answerOfAgency));
    }

    /** Goes to the last timer of all and waits until the executor has run what is due. */
    final void timers(Gauge gauge) throws Exception {
        Instant due = Instant.ofEpochMilli(
                (long) (gauge.look("select extract(epoch from (" + lastTimer() + ")::timestamptz) * 1000") + 60_000));
        gauge.phase("timers", () -> {
            jobs.set(0);
            goTo(due);
            long begun = System.nanoTime();
            while (gauge.look(dueJobs(), parameters(due)) > 0) {
                if (System.nanoTime() - begun > PATIENCE.toNanos()) {
                    throw new IllegalStateException("Jobs are still due after " + PATIENCE);
                }
                Thread.sleep(100);
            }
            gauge.ran(jobs.get(), (lastJob - firstJob) / 1e9);
        });
    }

    private Object[] parameters(Instant due) {
        long marks = dueJobs().chars().filter(c -> c == '?').count();
        return java.util.Collections.nCopies((int) marks, Timestamp.from(due)).toArray();
    }

    /** What people do to one case. */
    interface Act {
        void on(int invoice) throws Exception;
    }

    /** Several people do it at the same time. */
    final void each(List<Integer> invoices, Act act) throws Exception {
        List<Future<Object>> done = people.invokeAll(invoices.stream()
                .map(invoice -> java.util.concurrent.Executors.callable(() -> carefully(invoice, act)))
                .toList());
        for (Future<Object> one : done) {
            one.get();
        }
    }

    private static void carefully(int invoice, Act act) {
        try {
            act.on(invoice);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("Invoice " + invoice, e);
        }
    }

    @Override
    public void close() throws Exception {
        people.shutdownNow();
    }
}
