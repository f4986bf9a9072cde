package no.forfall.nodes;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import no.forfall.agency.TestAgency;
import no.forfall.correspondence.UnreliableMailServer.Mood;

/**
 * What befalls nodes and what they depend on. One seed gives one plan: nodes, receivers, the database with its clock, and the
 * activities each suffer one fault after the other, at the same time as the others suffer theirs.
 */
final class Faults {

    /** Something that is done to the house. */
    interface Act {
        void run() throws IOException, InterruptedException, SQLException;
    }

    /**
     * @param at seconds after the beginning
     * @param lasts seconds until it is mended
     */
    record Planned(int at, int lasts, String what, Act begins, Act ends) {}

    private record Kind(String what, int shortest, int longest, Act begins, Act ends) {}

    private static final Act NOTHING = () -> {};
    private static final int ASKED_AT_ONCE = 40;

    private final Nodes nodes;
    private final TestAgency agency;
    private final DataSource database;
    private final BusinessTime time;
    private final int lease;
    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicInteger refusedByDisk = new AtomicInteger();

    /** @param lease of the outbox, in seconds; nodes stand still for longer */
    Faults(Nodes nodes, TestAgency agency, DataSource database, BusinessTime time, int lease) {
        this.nodes = nodes;
        this.agency = agency;
        this.database = database;
        this.time = time;
        this.lease = lease;
    }

    /** The faults of each kind of victim, one after the other; the last ends before the given second. */
    List<List<Planned>> plan(long seed, int seconds) {
        return List.of(
                inTurn(new Random(seed), seconds, 8, 20, nodeKinds()),
                inTurn(new Random(seed + 1_000_003), seconds, 4, 10, receiverKinds()),
                inTurn(new Random(seed + 2_000_003), seconds, 5, 15, databaseKinds()),
                inTurn(new Random(seed + 3_000_003), seconds, 10, 20, List.of(activities())));
    }

    /** What may happen, in the words of the plan. */
    List<String> kinds() {
        return Stream.of(nodeKinds(), receiverKinds(), databaseKinds(), List.of(activities()))
                .flatMap(List::stream)
                .map(Kind::what)
                .toList();
    }

    /** Begins before the nodes have anything to do: what the faulty activity needs. */
    void prepare() throws SQLException {
        execute("create table public.broken (cases text)");
        // counts what is rolled back, too
        execute("create sequence public.broke");
        execute(
                "create function public.breaks() returns trigger language plpgsql as $$ begin"
                        + " if exists (select from public.broken where new.case_number like cases) then"
                        + " perform nextval('public.broke'); raise exception 'This activity fails for this case'; end if; return new; end $$");
        execute("create trigger breaks before insert on app.outbox for each row execute function public.breaks()");
    }

    /** How often the faulty activity was tried. */
    long thrown() {
        return nodes.jdbc
                .sql("select case when is_called then last_value else 0 end from public.broke")
                .query(Long.class)
                .single();
    }

    /** How many letters could not be laid into a folder while a disk was full. */
    int refusedByDisk() {
        return refusedByDisk.get();
    }

    private static List<Planned> inTurn(Random random, int seconds, int shortestGap, int longestGap, List<Kind> kinds) {
        List<Planned> plan = new ArrayList<>();
        List<Kind> deck = new ArrayList<>();
        for (int at = between(random, shortestGap, longestGap); ; at += between(random, shortestGap, longestGap)) {
            if (deck.isEmpty()) {
                deck.addAll(kinds);
                Collections.shuffle(deck, random);
            }
            Kind kind = deck.remove(0);
            int lasts = between(random, kind.shortest(), kind.longest());
            if (at + lasts > seconds) {
                return plan;
            }
            plan.add(new Planned(at, lasts, kind.what(), kind.begins(), kind.ends()));
            at += lasts;
        }
    }

    private static int between(Random random, int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    private List<Kind> nodeKinds() {
        return nodes.all().stream()
                .flatMap(node -> Stream.of(
                        new Kind(
                                node.name() + " node is killed with -9, then started again",
                                1,
                                4,
                                () -> kill(node),
                                () -> backToWork(node)),
                        new Kind(
                                node.name() + " node stands still for longer than its lease, then wakes",
                                lease + 2,
                                lease + 6,
                                () -> freeze(node),
                                () -> wake(node)),
                        new Kind(
                                "disk of the " + node.name() + " node is full",
                                8,
                                12,
                                () -> fillDisk(node),
                                () -> emptyDisk(node))))
                .toList();
    }

    /** One case in ten, so that some meet it. */
    private Kind activities() {
        return new Kind(
                "an activity throws for one case in ten, whenever it is tried",
                15,
                25,
                () -> execute("insert into public.broken values ('%5')"),
                this::mendActivities);
    }

    void mendActivities() throws SQLException {
        execute("delete from public.broken");
    }

    private List<Kind> receiverKinds() {
        return List.of(
                mail("mail server is out of service", Mood.GREETS_WITH_554),
                mail("mail server refuses for now", Mood.REFUSES_SENDER_451),
                mail("mail server hangs", Mood.FALLS_SILENT_AT_ONCE),
                mail("mail server dies in the middle of a message", Mood.HANGS_UP_IN_MESSAGE),
                mail("mail server accepts and dies before it answers", Mood.HANGS_UP_AFTER_MESSAGE),
                mail("mail server accepts and never answers", Mood.FALLS_SILENT_AFTER_MESSAGE),
                agency("agency accepts and never answers", TestAgency.Mood.TAKE_AND_HANG),
                agency("agency accepts and answers 503", TestAgency.Mood.TAKE_AND_FAIL));
    }

    private Kind mail(String what, Mood mood) {
        return new Kind(what, 2, 6, () -> nodes.mail.is(mood), () -> nodes.mail.is(Mood.WELL));
    }

    private Kind agency(String what, TestAgency.Mood mood) {
        return new Kind(what, 3, 8, () -> agency.will(mood), () -> agency.will(TestAgency.Mood.TAKE));
    }

    private List<Kind> databaseKinds() {
        Drought drought = new Drought();
        return List.of(
                new Kind("database restarts", 0, 0, this::restartDatabase, NOTHING),
                new Kind("database ends every connection", 0, 0, this::endConnections, NOTHING),
                new Kind("connections are taken until the pools run dry", 5, 8, drought::begin, drought::end),
                new Kind("clock jumps back an hour", 0, 0, () -> time.pass(Duration.ofHours(-1)), NOTHING));
    }

    private static void kill(Node node) {
        if (node.isAlive()) {
            node.kill();
        }
    }

    /** A node that was killed, or that has given up. */
    static void startAgain(Node node) {
        if (!node.isAlive()) {
            node.start();
        }
    }

    /** The next node falls when this one stands again. */
    private static void backToWork(Node node) {
        await().atMost(Node.PATIENCE).until(() -> {
            startAgain(node);
            return node.isReady();
        });
    }

    private static void freeze(Node node) {
        if (node.isAlive()) {
            node.freeze();
        }
    }

    private static void wake(Node node) {
        if (node.isAlive()) {
            node.wake();
        }
    }

    private static void fillDisk(Node node) {
        if (node.isAlive()) {
            node.fillDisk();
        }
    }

    private void emptyDisk(Node node) {
        if (node.isAlive()) {
            node.emptyDisk();
            refusedByDisk.addAndGet(nodes.jdbc
                    .sql("select count(*) from app.outbox where state = 'QUEUED'"
                            + " and reason like 'The letter cannot be laid into the folder%'")
                    .query(Integer.class)
                    .single());
        }
    }

    private void endConnections() throws SQLException {
        execute("select pg_terminate_backend(pid) from pg_stat_activity"
                + " where datname = current_database() and pid <> pg_backend_pid()");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** With the program beside the server's; as root in the way in which the server was started. */
    private void restartDatabase() throws IOException, InterruptedException {
        Path data = Path.of(
                nodes.jdbc.sql("show data_directory").query(String.class).single());
        String server = Files.readString(data.resolve("postmaster.opts")).split(" ")[0];
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(List.of(
                Path.of(server).resolveSibling("pg_ctl").toString(),
                "restart",
                "-D",
                data.toString(),
                "-m",
                "fast",
                "-w",
                "-l",
                data.resolve("restarts.log").toString()));
        int done = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        if (done != 0) {
            throw new IOException("pg_ctl restart: " + done);
        }
    }

    /** The people are locked and many want to be known, so that each takes a connection and keeps it. */
    private final class Drought {

        private Connection lock;

        void begin() throws SQLException {
            lock = database.getConnection();
            lock.setAutoCommit(false);
            try (Statement statement = lock.createStatement()) {
                statement.execute("set local lock_timeout = '5s'");
                statement.execute("lock table app.person in access exclusive mode");
            } catch (SQLException busy) {
                lock.close();
                throw busy;
            }
            for (Node node : nodes.all()) {
                for (int i = 0; i < ASKED_AT_ONCE; i++) {
                    http.sendAsync(
                            HttpRequest.newBuilder(node.url("/api/tasks"))
                                    .header("Authorization", Load.basic("handler"))
                                    .timeout(Duration.ofSeconds(30))
                                    .build(),
                            BodyHandlers.discarding());
                }
            }
        }

        void end() throws SQLException {
            lock.close();
        }
    }
}
