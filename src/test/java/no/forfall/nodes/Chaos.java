package no.forfall.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import no.forfall.agency.TestAgency;
import no.forfall.correspondence.UnreliableMailServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessException;

/**
 * Some nodes under load, and faults at random moments that a seed has fixed. When everything is mended and at rest, a person
 * checks what is listed, and each effect must have happened exactly once. Of several seeds, one after the other, a summary
 * is kept, and together they must have made every fault.
 */
class Chaos {

    private static final String SEEDS = System.getProperty("forfall.chaos.seed", "1");
    private static final int SECONDS = Integer.getInteger("forfall.chaos.seconds", 120);
    private static final int NODES = Integer.getInteger("forfall.chaos.nodes", 2);
    private static final int INVOICES = 60;
    private static final int LEASE = 8;
    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");
    private static final LocalDate TODAY = LocalDate.of(2026, 4, 7);

    /** The ladder of a case takes nine, and later cases begin later. */
    private static final int WEEKS = 14;

    /** Then the year ends, and with it the rates that are known. */
    private static final int MOST_WEEKS = 26;

    /** How many claims are to reach the agency, and how many weeks they have for it once everything is mended. */
    private static final int CLAIMS = 3;

    private static final int MORE_WEEKS = 8;

    /** Enough to make every fault at some time. */
    private static final int MANY = 10;

    private static final ChaosSummary SUMMARY = new ChaosSummary(Path.of("target/chaos.md"));

    private final CountDownLatch never = new CountDownLatch(1);
    private final AtomicReference<Throwable> broken = new AtomicReference<>();
    private ChaosReport report;

    /** A number, or the first and the last of several: {@code 1-10}. */
    static LongStream seeds() {
        String[] ends = SEEDS.split("-");
        return LongStream.rangeClosed(Long.parseLong(ends[0]), Long.parseLong(ends[ends.length - 1]));
    }

    @AfterAll
    static void everyFaultWasMade() {
        if (seeds().count() >= MANY) {
            assertThat(SUMMARY.neverMade()).as("faults that no seed has made").isEmpty();
            assertThat(SUMMARY.neverFelt()).as("what no seed has come to").isEmpty();
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @Timeout(value = 20, unit = TimeUnit.MINUTES)
    void everyEffectHappensOnceOrIsListed(long seed, @TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder)
            throws Exception {
        report = new ChaosReport(seed, SECONDS, NODES);
        TestAgency agency = TestAgency.start();
        try (Nodes nodes = new Nodes(
                NODES,
                folder,
                "--forfall.outbox.lease=PT" + LEASE + "S",
                "--forfall.outbox.retry-after=PT1S",
                "--forfall.agency.url=" + agency.url(),
                "--forfall.agency.timeout=PT3S",
                "--spring.mail.properties.mail.smtp.connectiontimeout=2000",
                "--spring.mail.properties.mail.smtp.timeout=3000",
                "--spring.mail.properties.mail.smtp.writetimeout=3000",
                "--spring.datasource.hikari.connection-timeout=2000",
                "--camunda.bpm.job-execution.lock-time-in-millis=8000")) {
            nodes.all().forEach(Node::start);
            nodes.all().forEach(Node::awaitReady);
            run(seed, nodes, agency);
        } finally {
            agency.stop();
        }
    }

    private void run(long seed, Nodes nodes, TestAgency agency) throws Exception {
        BusinessTime time = new BusinessTime(
                nodes, TODAY.atTime(LocalTime.of(10, 0)).atZone(OSLO).toInstant());
        nodes.awaitDay(TODAY);
        Load load = Load.patient(nodes, TODAY.minusDays(1), INVOICES, () -> LocalDate.ofInstant(time.now(), OSLO));
        Faults faults = new Faults(nodes, agency, nodes.dataSource, time, LEASE);
        faults.prepare();
        report.kinds(faults.kinds());
        Proofs proofs = new Proofs(nodes, load, () -> strings(agency.claims()));
        load.begin();
        suffer(faults.plan(seed, SECONDS), time);
        mend(nodes, agency, faults);
        load.end();
        // whatever was put off or locked is due
        time.pass(Duration.ofDays(1));
        proofs.awaitRest(time.now());
        report.verdict(
                "before anybody has checked, each letter left once or is listed",
                () -> proofs.all().get(Proofs.LETTERS).run());
        checkWhatIsListed(load, proofs);
        climbOn(time, agency, load, proofs);
        load.press("/cockpit", "/cockpit/ledger-check");
        proofs.all().forEach(report::verdict);
        report.verdict("there was something of everything to compare", () -> somethingOfEverything(load, proofs));
        report.verdict("the nightly check of the books finds nothing", () -> assertThat(
                        proofs.strings("select kind || ' ' || subject from app.ledger_finding"))
                .isEmpty());
        count(nodes, agency, load, proofs, faults);
        String text = report.text();
        System.out.println(text);
        Files.writeString(Path.of("target/chaos-" + seed + ".md"), text);
        SUMMARY.add(report);
        assertThat(broken.get()).as("the faults could be made").isNull();
        assertThat(report.failed()).isEmpty();
    }

    private void suffer(List<List<Faults.Planned>> faults, BusinessTime time) throws InterruptedException {
        List<Thread> victims = new ArrayList<>();
        long begun = System.nanoTime();
        faults.forEach(plan -> victims.add(new Thread(() -> carryOut(plan, begun))));
        victims.forEach(Thread::start);
        try {
            weeksPass(time, begun, victims);
        } catch (RuntimeException failed) {
            victims.forEach(Thread::interrupt);
            throw failed;
        } finally {
            for (Thread victim : victims) {
                victim.join();
            }
        }
    }

    /** Most of the ladder is climbed while there are faults, which take longer than planned on a slow machine. */
    private void weeksPass(BusinessTime time, long begun, List<Thread> victims) throws InterruptedException {
        for (int week = 1;
                week <= WEEKS || week <= MOST_WEEKS && victims.stream().anyMatch(Thread::isAlive);
                week++) {
            waitUntil(begun, week * SECONDS / (WEEKS + 1));
            aWeekPasses(time);
        }
    }

    /** The database may be away just then. */
    private static void aWeekPasses(BusinessTime time) {
        await().atMost(Node.PATIENCE).until(() -> done(() -> time.pass(Duration.ofDays(7))));
    }

    /** The agency shall have something to count, and some of it twice: a lost answer is the one fault left until then. */
    private static void climbOn(BusinessTime time, TestAgency agency, Load load, Proofs proofs) throws Exception {
        load.doSteps();
        proofs.awaitRest(time.now());
        for (int week = 0;
                week < MORE_WEEKS && (agency.claims().size() < CLAIMS || agency.repetitions() == 0);
                week++) {
            aWeekPasses(time);
            proofs.awaitRest(time.now());
            int before = agency.claims().size();
            agency.will(TestAgency.Mood.TAKE_AND_FAIL);
            load.doSteps();
            proofs.awaitHandOvers(before, agency::claims, agency::repetitions);
            agency.will(TestAgency.Mood.TAKE);
            proofs.awaitRest(time.now());
        }
    }

    private static boolean done(Faults.Act act) throws Exception {
        try {
            act.run();
            return true;
        } catch (SQLException | DataAccessException away) {
            return false;
        }
    }

    private void carryOut(List<Faults.Planned> plan, long begun) {
        for (Faults.Planned fault : plan) {
            try {
                waitUntil(begun, fault.at());
                int began = since(begun);
                String note = begins(fault);
                if (note.isEmpty()) {
                    waitUntil(begun, began + fault.lasts());
                    await().atMost(Node.PATIENCE).until(() -> done(fault.ends()));
                }
                report.fault(began, since(begun), fault.what(), note);
            } catch (Exception | AssertionError failed) {
                broken.compareAndSet(null, failed);
                return;
            }
        }
    }

    /** Why it was left out, which it is when the database refuses because another fault has it; empty when it was made. */
    private static String begins(Faults.Planned fault) throws Exception {
        try {
            fault.begins().run();
            return "";
        } catch (SQLException | DataAccessException away) {
            return String.valueOf(away.getMessage()).lines().findFirst().orElse("the database was away");
        }
    }

    private void waitUntil(long begun, int second) throws InterruptedException {
        never.await(begun + Duration.ofSeconds(second).toNanos() - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    private static int since(long begun) {
        return (int) Duration.ofNanos(System.nanoTime() - begun).toSeconds();
    }

    private static void mend(Nodes nodes, TestAgency agency, Faults faults) throws SQLException {
        nodes.mail.is(UnreliableMailServer.Mood.WELL);
        agency.will(TestAgency.Mood.TAKE);
        faults.mendActivities();
        nodes.all().stream().filter(Node::isAlive).forEach(Node::emptyDisk);
        nodes.all().forEach(Faults::startAgain);
        nodes.all().forEach(Node::awaitReady);
    }

    /** Someone asks the mail server, or looks into the folders, for each letter on the list, and has the failed jobs run again. */
    private void checkWhatIsListed(Load load, Proofs proofs) throws Exception {
        List<String> arrived = proofs.arrived();
        for (String letter : proofs.unknown()) {
            report.unknown(letter, arrived.contains(letter), proofs.reason(letter));
            load.answer(letter, "{\"outcome\":\"" + (arrived.contains(letter) ? "ARRIVED" : "SEND_AGAIN") + "\"}");
        }
        List<String> faults = proofs.faults();
        faults.forEach(report::failedJob);
        if (!faults.isEmpty()) {
            load.press("/cockpit", "/cockpit/faults/retry");
        }
    }

    private static void somethingOfEverything(Load load, Proofs proofs) {
        assertThat(proofs.mails()).as("mails").isNotEmpty();
        assertThat(proofs.printed()).as("letters on paper").isNotEmpty();
        assertThat(proofs.count("select count(*) from app.ledger_line where part = 'FEE'"))
                .as("fees")
                .isPositive();
        assertThat(proofs.count("select count(*) from app.handover where state = 'OUT'"))
                .as("hand-overs")
                .isPositive();
        assertThat(load.payments).as("payments").isNotEmpty();
        assertThat(load.given).as("answers to steps").containsKeys("WRONG_NUMBER", "PROMISE", "DISPUTE", "HAND_OVER");
    }

    private void count(Nodes nodes, TestAgency agency, Load load, Proofs proofs, Faults faults) {
        Map<String, Object> counts = new LinkedHashMap<>();
        counts.put("invoices sent", load.invoices.size() + " in " + load.files.get() + " files");
        counts.put("steps done", load.steps.size() + ": " + new TreeMap<>(load.given));
        counts.put(
                "payments",
                load.payments.size() + ", of "
                        + proofs.count(
                                "select count(*) from app.collection_case where state = 'CLOSED' and closing_reason = 'PAID'")
                        + " cases all that was owed");
        counts.put(
                "letters sent",
                proofs.sent().size() + ": " + proofs.mails().size() + " arrived by mail and "
                        + proofs.printed().size() + " in folders to be printed");
        counts.put("letters that a full disk did not take at first", faults.refusedByDisk());
        counts.put("times that an activity threw", faults.thrown());
        counts.put(
                "attempts to deliver",
                proofs.count("select sum(attempts) from app.outbox where activity in ('sendLetter', 'handOver')"));
        counts.put(
                "letters by kind",
                String.join(
                        ", ",
                        proofs.strings("select count(*) || ' ' || type from app.letter where state = 'SENT'"
                                + " group by type order by type")));
        counts.put(
                "fees booked",
                proofs.count("select count(*) from app.ledger_line where part = 'FEE' and kind = 'CHARGE'"));
        counts.put("claims at the agency", agency.claims().size());
        counts.put("claims that were posted again under their key", agency.repetitions());
        counts.put(
                "due jobs taken / taken in vain, since the last start of each node",
                (long) nodes.counted("forfall.jobs.taken") + " / " + (long) nodes.counted("forfall.jobs.vain"));
        counts.put("requests sent again", load.retried.get());
        counts.put("pages read / not read", load.pages.get() - load.unread.get() + " / " + load.unread.get());
        for (String words : List.of(
                "Connection is not available",
                "Nobody knows whether",
                "before it could begin",
                "ended after another one had begun",
                "The step that waits for effect")) {
            counts.put(
                    "nodes said: " + words,
                    nodes.all().stream().mapToLong(node -> node.hasSaid(words)).sum());
        }
        report.counts(counts);
    }

    private static List<String> strings(Collection<UUID> keys) {
        return keys.stream().map(UUID::toString).toList();
    }
}
