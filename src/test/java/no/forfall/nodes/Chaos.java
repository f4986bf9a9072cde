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
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import no.forfall.agency.TestAgency;
import no.forfall.correspondence.UnreliableMailServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;

/**
 * Two nodes under load, and faults at random moments that a seed has fixed. When everything is mended and at rest, a person
 * checks what is listed, and each effect must have happened exactly once.
 */
class Chaos {

    private static final long SEED = Long.getLong("forfall.chaos.seed", 1);
    private static final int SECONDS = Integer.getInteger("forfall.chaos.seconds", 120);
    private static final int INVOICES = 120;
    private static final int LEASE = 8;
    private static final LocalDate TODAY = LocalDate.of(2026, 4, 7);

    /** The ladder's waits: until the reminder with fee, the notice, the decision on the hand-over, and again for later cases. */
    private static final List<Integer> DAYS_PASS = List.of(17, 22, 20, 22, 20);

    private final CountDownLatch never = new CountDownLatch(1);
    private final ChaosReport report = new ChaosReport(SEED, SECONDS);
    private final AtomicReference<Throwable> broken = new AtomicReference<>();

    @Test
    @Timeout(value = 30, unit = TimeUnit.MINUTES)
    void everyEffectHappensOnceOrIsListed(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) throws Exception {
        TestAgency agency = TestAgency.start();
        try (Nodes nodes = new Nodes(
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
            run(nodes, agency);
        } finally {
            agency.stop();
        }
    }

    private void run(Nodes nodes, TestAgency agency) throws Exception {
        BusinessTime time = new BusinessTime(
                nodes,
                TODAY.atTime(LocalTime.of(10, 0))
                        .atZone(ZoneId.of("Europe/Oslo"))
                        .toInstant());
        nodes.awaitDay(TODAY);
        Load load = Load.patient(nodes, TODAY.minusDays(1), INVOICES);
        load.begin();
        suffer(new Faults(nodes, agency, nodes.dataSource, time, LEASE), time);
        mend(nodes, agency);
        load.end();
        // whatever was put off or locked is due
        time.pass(Duration.ofDays(1));
        Proofs proofs = new Proofs(nodes, load, () -> strings(agency.claims()));
        proofs.awaitRest(time.now());
        report.verdict(
                "before anybody has checked, each letter left once or is listed",
                () -> proofs.all().get(Proofs.LETTERS).run());
        checkWhatIsListed(load, proofs);
        proofs.awaitRest(time.now());
        load.press("/cockpit", "/cockpit/ledger-check");
        proofs.all().forEach(report::verdict);
        report.verdict("the nightly check of the books finds nothing", () -> assertThat(
                        proofs.strings("select kind || ' ' || subject from app.ledger_finding"))
                .isEmpty());
        count(nodes, agency, load, proofs);
        String text = report.text();
        System.out.println(text);
        Files.writeString(Path.of("target/chaos-" + SEED + ".md"), text);
        assertThat(broken.get()).as("the faults could be made").isNull();
        assertThat(report.failed()).isEmpty();
    }

    private void suffer(Faults faults, BusinessTime time) throws InterruptedException {
        List<Thread> victims = new ArrayList<>();
        long begun = System.nanoTime();
        faults.plan(SEED, SECONDS).forEach(plan -> victims.add(new Thread(() -> carryOut(plan, begun))));
        victims.add(new Thread(() -> carryOut(daysPass(time), begun)));
        victims.forEach(Thread::start);
        waitUntil(begun, SECONDS);
        for (Thread victim : victims) {
            victim.join();
        }
    }

    /** Most of the ladder is climbed while there are faults. */
    private static List<Faults.Planned> daysPass(BusinessTime time) {
        List<Faults.Planned> plan = new ArrayList<>();
        for (int days : DAYS_PASS) {
            plan.add(new Faults.Planned(
                    (plan.size() + 1) * SECONDS / (DAYS_PASS.size() + 1),
                    0,
                    days + " days pass, and everything is due at once",
                    () -> await().atMost(Node.PATIENCE).until(() -> passes(time, days)),
                    () -> {}));
        }
        return plan;
    }

    /** The database may be away just then. */
    private static boolean passes(BusinessTime time, int days) {
        try {
            time.pass(Duration.ofDays(days));
            return true;
        } catch (DataAccessException away) {
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
                    waitUntil(begun, fault.at() + fault.lasts());
                    fault.ends().run();
                }
                report.fault(began, since(begun), fault.what() + note);
            } catch (Exception | AssertionError failed) {
                broken.compareAndSet(null, failed);
                return;
            }
        }
    }

    /** What only the database can refuse, because another fault has it, is left out. */
    private static String begins(Faults.Planned fault) throws Exception {
        try {
            fault.begins().run();
            return "";
        } catch (SQLException | DataAccessException away) {
            return " (left out: "
                    + String.valueOf(away.getMessage()).lines().findFirst().orElse("") + ")";
        }
    }

    private void waitUntil(long begun, int second) throws InterruptedException {
        never.await(begun + Duration.ofSeconds(second).toNanos() - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    private static int since(long begun) {
        return (int) Duration.ofNanos(System.nanoTime() - begun).toSeconds();
    }

    private static void mend(Nodes nodes, TestAgency agency) {
        nodes.mail.is(UnreliableMailServer.Mood.WELL);
        agency.will(TestAgency.Mood.TAKE);
        nodes.all().forEach(Faults::startAgain);
        nodes.all().forEach(Node::awaitReady);
    }

    /** Someone asks the mail server about each letter on the list, and has the failed jobs run again. */
    private void checkWhatIsListed(Load load, Proofs proofs) throws Exception {
        List<String> arrived = proofs.mails();
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

    private void count(Nodes nodes, TestAgency agency, Load load, Proofs proofs) {
        Map<String, Object> counts = new LinkedHashMap<>();
        counts.put("invoices sent", load.invoices.size() + " in " + load.files.get() + " files");
        counts.put("steps done", load.steps.size());
        counts.put(
                "letters sent / mails that arrived",
                proofs.sent().size() + " / " + proofs.mails().size());
        counts.put(
                "attempts to deliver",
                proofs.count("select sum(attempts) from app.outbox where activity in ('sendLetter', 'handOver')"));
        counts.put(
                "letters by kind",
                String.join(
                        ", ",
                        proofs.strings("select count(*) || ' ' || type from app.letter where state = 'SENT'"
                                + " group by type order by type")));
        counts.put("fees booked", proofs.count("select count(*) from app.ledger_line where part = 'FEE'"));
        counts.put(
                "claims at the agency",
                agency.claims().size() + ", of which " + agency.repetitions() + " were posted again under their key");
        counts.put("requests sent again", load.retried.get());
        counts.put("pages read / not read", load.pages.get() - load.unread.get() + " / " + load.unread.get());
        for (String words : List.of(
                "Connection is not available",
                "Nobody knows whether",
                "stood still before it could begin",
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
