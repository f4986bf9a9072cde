package no.forfall.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes that were started at the same time on an empty database. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoNodesIT {

    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");
    private static final LocalDate TODAY = LocalDate.of(2026, 4, 7);

    private static final int MONTH = 1_000;

    @TempDir
    static Path folder;

    static Nodes nodes;

    @BeforeAll
    static void bothAtOnce() throws IOException {
        nodes = new Nodes(
                folder,
                "--forfall.nodes.notice=PT2S",
                // both look for what is due as soon as it is
                "--camunda.bpm.job-execution.max-wait=1000");
        if (!nodes.hasProxy()) {
            System.out.println("Without the proxy: nginx is not installed; install nginx");
        }
        nodes.all().forEach(Node::start);
        nodes.all().forEach(Node::awaitReady);
        setTime(TODAY);
    }

    @AfterAll
    static void end() {
        nodes.close();
    }

    private static void setTime(LocalDate day) {
        nodes.setTime(at(day));
        nodes.awaitDay(day);
    }

    private static Instant at(LocalDate day) {
        return day.atTime(LocalTime.of(10, 0)).atZone(OSLO).toInstant();
    }

    @Test
    @Order(1)
    void oneOfThemMadeTheTablesTheEditionsAndThePeople() {
        assertThat(nodes.all())
                .filteredOn(node -> node.log().contains("Waiting for another node: start"))
                .hasSize(1);
        assertThat(count("select count(*) from act_re_deployment where source_ = 'house'"))
                .isOne();
        assertThat(
                        count(
                                "select count(*) from (select key_ from act_re_procdef group by key_ having count(*) > 1) twice"))
                .isZero();
        assertThat(count("select count(*) from act_ru_filter where name_ = 'All tasks'"))
                .isOne();
        assertThat(nodes.all()).allSatisfy(node -> assertThat(node.log()).doesNotContain(" ERROR "));
    }

    @Test
    @Order(2)
    void whoeverSignsInAtOneIsSignedInAtTheOther() throws Exception {
        CookieManager cookies = new CookieManager();
        HttpClient browser = HttpClient.newBuilder().cookieHandler(cookies).build();
        String token = token(get(browser, nodes.first.url("/login")).body());
        post(browser, nodes.second.url("/login"), "username=manager&password=manager&_csrf=" + token);
        HttpResponse<String> page = get(browser, nodes.first.url("/worklist"));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(get(browser, nodes.second.url("/cockpit")).statusCode()).isEqualTo(200);

        assertThat(get(browser, nodes.first.url("/camunda/app/cockpit/default/"))
                        .statusCode())
                .isEqualTo(200);
        String forgeryToken = cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElseThrow();
        HttpRequest.Builder query = HttpRequest.newBuilder(
                        nodes.second.url("/camunda/api/engine/engine/default/process-definition/count"))
                .GET();
        assertThat(browser.send(query.build(), BodyHandlers.ofString()).body()).contains("count");
        HttpRequest change = HttpRequest.newBuilder(nodes.second.url("/camunda/api/engine/engine/default/task/count"))
                .header("Content-Type", "application/json")
                .header("X-XSRF-TOKEN", forgeryToken)
                .POST(BodyPublishers.ofString("{}"))
                .build();
        assertThat(browser.send(change, BodyHandlers.ofString()).statusCode()).isEqualTo(200);

        post(browser, nodes.first.url("/logout"), "_csrf=" + token(page.body()));
        assertThat(get(browser, nodes.second.url("/worklist")).headers().firstValue("Location"))
                .hasValueSatisfying(place -> assertThat(place).endsWith("/login"));
    }

    @Test
    @Order(3)
    void programsLeaveNoSession() throws Exception {
        long before = count("select count(*) from app.session");
        HttpRequest request = HttpRequest.newBuilder(nodes.first.url("/api/tasks"))
                .header("Authorization", "Basic aGFuZGxlcjpoYW5kbGVy")
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(request, BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(200);
        assertThat(count("select count(*) from app.session")).isEqualTo(before);
    }

    /** A page says once that its session was used. */
    @Test
    @Order(3)
    void aPageWritesItsSessionOnce() throws Exception {
        HttpClient browser =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        String token = token(get(browser, nodes.first.url("/login")).body());
        post(browser, nodes.first.url("/login"), "username=manager&password=manager&_csrf=" + token);
        get(browser, nodes.first.url("/worklist"));
        long before = written();
        for (int page = 0; page < 10; page++) {
            assertThat(get(browser, nodes.first.url("/worklist")).statusCode()).isEqualTo(200);
        }
        assertThat(written() - before).isBetween(1L, 10L);
    }

    /** How often a session was changed; a connection tells what it did ten seconds after it did it at the latest. */
    private static long written() {
        AtomicLong last = new AtomicLong(-1);
        AtomicLong since = new AtomicLong();
        await().atMost(Duration.ofMinutes(1)).until(() -> {
            long now =
                    count("select n_tup_upd from pg_stat_user_tables where schemaname = 'app' and relname = 'session'");
            if (last.getAndSet(now) != now) {
                since.set(System.nanoTime());
            }
            return System.nanoTime() - since.get() > Duration.ofSeconds(11).toNanos();
        });
        return last.get();
    }

    @Test
    @Order(4)
    void theTimeMachineOfOneMovesTheOther() throws Exception {
        HttpRequest travel = HttpRequest.newBuilder(nodes.first.url("/api/demo/clock"))
                .header("Authorization", "Basic bWFuYWdlcjptYW5hZ2Vy")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"advance\":\"P1D\"}"))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(travel, BodyHandlers.ofString())
                        .body())
                .contains(TODAY.plusDays(1).toString());
        assertThat(nodes.second.time()).contains(TODAY.plusDays(1).toString());
    }

    @Test
    @Order(5)
    void restartsOneAfterTheOtherUnderLoadWithoutALostOrDoubledStep() throws Exception {
        setTime(TODAY);
        Load load = new Load(nodes, TODAY.minusDays(6));
        long begun = System.nanoTime();
        load.begin();
        awaitFiles(load, 5);
        restart(nodes.first, load);
        // the timers of all cases end at once
        setTime(TODAY.plusDays(21));
        restart(nodes.second, load);
        load.end();
        System.out.printf(
                "Rolling restart: %d invoices in %d files, %d calls and %d pages in %d s; %d requests sent again%n",
                load.invoices.size(),
                load.files.get(),
                load.steps.size(),
                load.pages.get(),
                Duration.ofNanos(System.nanoTime() - begun).toSeconds(),
                load.retried.get());
        assertThat(load.failures).isEmpty();
        nothingIsLostOrDoubled(load);
    }

    /** It says that it is not ready while it still serves, ends what it has begun, and comes back. */
    private void restart(Node node, Load load) throws Exception {
        node.askToStop();
        await().atMost(Node.PATIENCE).pollInterval(Duration.ofMillis(50)).until(() -> node.readiness() == 503);
        assertThat(get(HttpClient.newHttpClient(), node.url("/login")).statusCode())
                .isEqualTo(200);
        node.awaitEnd();
        awaitFiles(load, 3);
        node.start();
        node.awaitReady();
        awaitFiles(load, 3);
    }

    private static void awaitFiles(Load load, int more) {
        int before = load.files.get();
        await().atMost(Node.PATIENCE).until(() -> load.files.get() >= before + more || !load.failures.isEmpty());
    }

    private static void nothingIsLostOrDoubled(Load load) {
        Proofs proofs = new Proofs(nodes, load, List::of);
        proofs.awaitRest(at(TODAY.plusDays(21)));
        proofs.all().forEach((claim, proof) -> proof.run());
        assertThat(strings("select state from app.outbox where state not in ('CONFIRMED', 'QUEUED', 'WITHDRAWN')"))
                .isEmpty();
        assertThat(strings("select id::text from app.letter where state = 'SENT'"))
                .hasSizeGreaterThan(load.invoices.size());
        assertThat(nodes.all()).allSatisfy(node -> assertThat(node.log())
                .doesNotContain("Nobody knows whether", "ended after another one had begun"));
    }

    /** Many reminders fall due on the same morning. */
    @Test
    @Order(6)
    void atMostTwoInAHundredDueJobsAreTakenInVain() throws Exception {
        LocalDate today = TODAY.plusDays(21);
        Load month = new Load(nodes, today.plusDays(10));
        month.send(
                "invoices",
                Load.INVOICE
                        + IntStream.rangeClosed(1, MONTH)
                                .mapToObj(number -> month.line(10_000 + number, "GOOD"))
                                .collect(Collectors.joining()),
                MONTH,
                "accepted",
                "known");
        assertThat(month.failures).isEmpty();
        double taken = nodes.counted("forfall.jobs.taken");
        double inVain = nodes.counted("forfall.jobs.vain");
        List<Double> each = nodes.all().stream()
                .map(node -> node.counted("forfall.jobs.taken"))
                .toList();
        setTime(today.plusDays(7));
        await().atMost(Node.PATIENCE)
                .until(() -> count(
                                "select count(*) from act_ru_job where duedate_ < ?",
                                Timestamp.from(at(today.plusDays(7))))
                        == 0);
        taken = nodes.counted("forfall.jobs.taken") - taken;
        inVain = nodes.counted("forfall.jobs.vain") - inVain;
        System.out.printf("Due jobs: %.0f taken by two nodes, %.0f of them in vain%n", taken, inVain);
        for (Node node : nodes.all()) {
            assertThat(node.counted("forfall.jobs.taken"))
                    .as(node.name())
                    .isGreaterThan(each.get(nodes.all().indexOf(node)));
        }
        assertThat(taken).isGreaterThanOrEqualTo(MONTH);
        assertThat(inVain / taken).isLessThanOrEqualTo(0.02);
    }

    @Test
    @Order(6)
    void onlyManagersReadTheMetrics() throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest.Builder metrics = HttpRequest.newBuilder(nodes.first.url("/actuator/metrics/forfall.jobs.taken"));
        assertThat(client.send(metrics.build(), BodyHandlers.discarding()).statusCode())
                .isNotEqualTo(200);
        metrics.setHeader("Authorization", Load.basic("handler"));
        assertThat(client.send(metrics.build(), BodyHandlers.discarding()).statusCode())
                .isEqualTo(403);
    }

    private static long count(String sql, Object... values) {
        return nodes.jdbc.sql(sql).params(values).query(Long.class).single();
    }

    private static List<String> strings(String sql) {
        return nodes.jdbc.sql(sql).query(String.class).list();
    }

    private static HttpResponse<String> get(HttpClient browser, URI place) throws Exception {
        return browser.send(
                HttpRequest.newBuilder(place).header("Accept", "text/html").build(), BodyHandlers.ofString());
    }

    private static void post(HttpClient browser, URI place, String form) throws Exception {
        HttpResponse<Void> answer = browser.send(
                HttpRequest.newBuilder(place)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Accept", "text/html")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.discarding());
        assertThat(answer.statusCode()).isEqualTo(302);
    }

    private static String token(String page) {
        Matcher token = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"").matcher(page);
        assertThat(token.find()).as(page).isTrue();
        return token.group(1);
    }
}
