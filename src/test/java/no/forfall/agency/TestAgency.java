package no.forfall.agency;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import no.forfall.shared.CaseNumber;

/** An agency that listens on a real port and counts a key once, however often it is posted. */
public final class TestAgency {

    public enum Mood {
        TAKE,
        TAKE_AND_HANG,
        TAKE_AND_FAIL,
        CONFLICT_WHEN_KNOWN,
        REFUSE
    }

    private final Map<UUID, Integer> posts = new ConcurrentHashMap<>();
    private final Map<UUID, String> bodies = new ConcurrentHashMap<>();
    private final List<String> reports = new CopyOnWriteArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile Mood mood = Mood.TAKE;
    private volatile String authorization = "";
    private HttpServer server;
    private ExecutorService workers;

    private TestAgency(int port) throws IOException {
        listen(port);
    }

    public static TestAgency start() {
        try {
            return new TestAgency(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void listen(int port) throws IOException {
        workers = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work);
            thread.setDaemon(true);
            return thread;
        });
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(workers);
        server.createContext("/claims", this::take);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/claims";
    }

    public void stop() {
        end.countDown();
        server.stop(0);
        workers.shutdownNow();
    }

    void startAgain() throws IOException {
        listen(server.getAddress().getPort());
    }

    public void will(Mood mood) {
        this.mood = mood;
    }

    int posts(UUID key) {
        return posts.getOrDefault(key, 0);
    }

    String body(UUID key) {
        return bodies.getOrDefault(key, "");
    }

    /** The keys of the packages on its books. */
    public Set<UUID> claims() {
        return Set.copyOf(bodies.keySet());
    }

    /** How often a package came again that was on its books already. */
    public int repetitions() {
        return bodies.keySet().stream().mapToInt(key -> posts(key) - 1).sum();
    }

    String authorization() {
        return authorization;
    }

    /** How many packages of a case it has on its books. */
    long claimsOf(CaseNumber number) {
        return bodies.values().stream()
                .filter(body -> body.contains("\"" + number.value() + "\""))
                .count();
    }

    List<String> reports(UUID handover) {
        return reports.stream()
                .filter(body -> body.contains(handover.toString()))
                .toList();
    }

    private void take(HttpExchange exchange) throws IOException {
        UUID key = UUID.fromString(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
        authorization = exchange.getRequestHeaders().getFirst("Authorization");
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        boolean known = posts.merge(key, 1, Integer::sum) > 1;
        if (exchange.getRequestURI().getPath().endsWith("/reports")) {
            reports.add(body);
            answer(exchange, 202, "");
            return;
        }
        if (mood != Mood.REFUSE) {
            bodies.putIfAbsent(key, body);
        }
        switch (mood) {
            case TAKE -> answer(exchange, known ? 200 : 201, "{}");
            case TAKE_AND_HANG -> hang();
            case TAKE_AND_FAIL -> answer(exchange, 503, "Try again later");
            case CONFLICT_WHEN_KNOWN -> answer(exchange, known ? 409 : 201, "{}");
            case REFUSE -> answer(exchange, 422, "{\"detail\":\"The debtor has no address\"}");
        }
    }

    private void hang() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
