package no.forfall.nodes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.CookieManager;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A creditor's program that sends invoices and payments, a handler's program that makes calls, and someone signed in who
 * reads pages, all at once and until told to stop. Some debtors have no mail address and some pay. A change whose answer was lost is sent again; a page that is not answered is a
 * failure.
 */
public final class Load {

    private static final String WRONG_NUMBER = "{\"outcome\":\"WRONG_NUMBER\"}";
    private static final List<String> PAGES = List.of("/worklist", "/cases", "/cockpit", "/imports");
    private static final ObjectMapper JSON = new ObjectMapper();
    static final String INVOICE =
            "creditor_org;creditor_name;creditor_country;invoice;issued;due;currency;amount;account;customer;"
                    + "name;kind;email;street;postal_code;city;country;relation\n";

    private final Nodes nodes;
    private final LocalDate due;
    private final int most;
    private final Map<String, Function<String, Answer>> answers;
    private final boolean patient;
    private final HttpClient programs =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final HttpClient browser = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .build();
    private final CountDownLatch end = new CountDownLatch(1);
    private final List<Thread> threads;

    final Set<String> invoices = ConcurrentHashMap.newKeySet();
    final Set<String> steps = ConcurrentHashMap.newKeySet();
    final AtomicInteger files = new AtomicInteger();
    final AtomicInteger pages = new AtomicInteger();
    final AtomicInteger retried = new AtomicInteger();
    final AtomicInteger unread = new AtomicInteger();

    /** What was paid, by the bank's number of the payment. */
    final Map<String, BigDecimal> payments = new ConcurrentHashMap<>();

    /** How often someone gave an answer. */
    final Map<String, Integer> given = new ConcurrentHashMap<>();

    final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();

    /** What someone answers to a step. */
    private record Answer(String user, String body) {}

    /** @param due the date at which the invoices were due */
    public Load(Nodes nodes, LocalDate due) {
        this(nodes, due, 40, Map.of("callDebtor", number -> new Answer("handler", WRONG_NUMBER)), false);
    }

    /**
     * Hears promises and disputes, takes claims all the way to the agency, and is patient: asks until it is answered, and
     * counts pages it did not get.
     *
     * @param today the business date
     */
    static Load patient(Nodes nodes, LocalDate due, int most, Supplier<LocalDate> today) {
        return new Load(
                nodes,
                due,
                most,
                Map.of(
                        "callDebtor", number -> new Answer("handler", onThePhone(number, today)),
                        "assessDispute", number -> new Answer("handler", assessed(number)),
                        "decideHandOver", number -> new Answer("handler", "{\"handOverDecision\":\"HAND_OVER\"}"),
                        "approveHandOver", number -> new Answer("manager", "{\"handOverApproved\":\"APPROVE\"}")),
                true);
    }

    /** A case is known by its last digits; those that are called about have odd numbers. */
    private static String onThePhone(String caseNumber, Supplier<LocalDate> today) {
        return switch (caseNumber.charAt(caseNumber.length() - 1)) {
            case '1', '2' ->
                "{\"outcome\":\"PROMISE\",\"promiseDate\":\"" + today.get().plusDays(10) + "\"}";
            case '7', '8' -> "{\"outcome\":\"DISPUTE\",\"disputeReason\":\"FAULTY\"}";
            default -> WRONG_NUMBER;
        };
    }

    private static String assessed(String caseNumber) {
        boolean even = caseNumber.charAt(caseNumber.length() - 2) % 2 == 0;
        return "{\"outcome\":\"" + (even ? "UPHELD" : "REJECTED") + "\",\"comment\":\"Seen\"}";
    }

    private Load(Nodes nodes, LocalDate due, int most, Map<String, Function<String, Answer>> answers, boolean patient) {
        this.nodes = nodes;
        this.due = due;
        this.most = most;
        this.answers = answers;
        this.patient = patient;
        this.threads = List.of(
                new Thread(() -> repeat(this::sendInvoices), "invoices"),
                new Thread(() -> repeat(this::doSteps), "calls"),
                new Thread(() -> repeat(this::readPage), "pages"));
    }

    public void begin() throws IOException, InterruptedException {
        signIn();
        threads.forEach(Thread::start);
    }

    public void end() throws InterruptedException {
        end.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private interface Round {
        void run() throws IOException, InterruptedException;
    }

    private void repeat(Round round) {
        try {
            while (!end.await(100, TimeUnit.MILLISECONDS)) {
                round.run();
            }
        } catch (IOException | InterruptedException | RuntimeException failed) {
            failures.add(Thread.currentThread().getName() + " ended: " + failed);
        }
    }

    /** Two new invoices in a file, one of which is called about; later the same again. */
    private void sendInvoices() throws IOException, InterruptedException {
        int first = 1 + 2 * files.get() % most;
        String lines = line(first, "NEW") + line(first + 1, "GOOD");
        send("invoices", INVOICE + lines, 2, "accepted", "known");
        invoices.add(number(first));
        invoices.add(number(first + 1));
        pay(first + 1);
        files.incrementAndGet();
    }

    /** Some of those who are not called about pay all or something, and the bank tells it each time the invoice is sent. */
    private void pay(int number) throws IOException, InterruptedException {
        int amount = number % 10 == 4 ? amount(number) : number % 10 == 8 ? 100 : 0;
        if (amount > 0) {
            String id = "P" + number;
            send(
                    "payments",
                    "id;booked;amount;currency;reference;payer\n" + id + ";" + due.plusDays(1) + ";" + amount + ";NOK;"
                            + number(number) + ";Kunde " + number + "\n",
                    1,
                    "posted",
                    "queued",
                    "known");
            payments.put(id, BigDecimal.valueOf(amount));
        }
    }

    /**
     * A file of which every line must be taken or be known already.
     *
     * @param counts of the report, whose sum must be the number of lines
     */
    void send(String kind, String csv, int lines, String... counts) throws IOException, InterruptedException {
        String body = "--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + kind + ".csv\"\r\n\r\n"
                + csv + "\r\n--cut--\r\n";
        HttpResponse<String> answer = untilAnswered(HttpRequest.newBuilder(nodes.url("/api/" + kind + "/imports"))
                .header("Authorization", basic("manager"))
                .header("Content-Type", "multipart/form-data; boundary=cut")
                .POST(BodyPublishers.ofString(body)));
        JsonNode report = answer.statusCode() == 200 ? JSON.readTree(answer.body()) : JSON.createObjectNode();
        int taken =
                Stream.of(counts).mapToInt(count -> report.path(count).asInt()).sum();
        if (taken != lines) {
            failures.add(kind + ": " + answer.statusCode() + " " + answer.body());
        }
    }

    private static int amount(int number) {
        return 1000 + number;
    }

    String line(int number, String relation) {
        return String.join(
                        ";",
                        "912345678",
                        "Nordlys AS",
                        "NO",
                        number(number),
                        due.minusDays(14).toString(),
                        due.toString(),
                        "NOK",
                        String.valueOf(amount(number)),
                        "12345678903",
                        "K" + number,
                        "Kunde " + number,
                        "private",
                        number % 5 == 3 ? "" : "kunde" + number + "@kunde.example",
                        "Storgata 1",
                        "9008",
                        "Tromsø",
                        "NO",
                        relation)
                + "\n";
    }

    static String number(int number) {
        return "N" + number;
    }

    /** What waits for someone, as far as this load knows an answer. */
    void doSteps() throws IOException, InterruptedException {
        HttpResponse<String> list = untilAnswered(
                HttpRequest.newBuilder(nodes.url("/api/tasks?size=20")).header("Authorization", basic("handler")));
        if (list.statusCode() != 200) {
            failures.add("tasks: " + list.statusCode());
            return;
        }
        for (JsonNode task : JSON.readTree(list.body()).path("items")) {
            Function<String, Answer> answer = answers.get(task.path("element").asText());
            if (answer != null) {
                complete(
                        task.path("id").asText(),
                        answer.apply(task.path("caseNumber").asText()));
            }
        }
    }

    private void complete(String task, Answer answered) throws IOException, InterruptedException {
        if (answered(task, answered)) {
            steps.add(task);
            given.merge(given(answered), 1, Integer::sum);
        }
    }

    private static String given(Answer answer) throws IOException {
        return JSON.readTree(answer.body()).iterator().next().asText();
    }

    /** Someone answers a task outside the load. */
    void answer(String task, String body) throws IOException, InterruptedException {
        answered(task, new Answer("manager", body));
    }

    private boolean answered(String task, Answer given) throws IOException, InterruptedException {
        int before = retried.get();
        HttpResponse<String> answer =
                untilAnswered(HttpRequest.newBuilder(nodes.url("/api/tasks/" + task + "/complete"))
                        .header("Authorization", basic(given.user()))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(given.body())));
        boolean doneBefore = answer.statusCode() == 409 && retried.get() > before;
        if (answer.statusCode() == 200 || doneBefore) {
            return true;
        }
        failures.add("task: " + answer.statusCode() + " " + answer.body());
        return false;
    }

    /** Without a proxy, whoever reads goes to the other node himself. */
    private void readPage() throws IOException, InterruptedException {
        String page = PAGES.get(pages.get() % PAGES.size());
        int status = patient ? statusOrNone(page) : get(page).statusCode();
        if (status != 200 && patient) {
            unread.incrementAndGet();
        } else if (status != 200) {
            failures.add("page " + page + ": " + status);
        }
        pages.incrementAndGet();
    }

    private HttpResponse<String> get(String page) throws IOException, InterruptedException {
        return nodes.hasProxy()
                ? browser.send(
                        HttpRequest.newBuilder(nodes.url(page))
                                .timeout(Duration.ofSeconds(60))
                                .build(),
                        BodyHandlers.ofString())
                : untilAnswered(browser, page);
    }

    private int statusOrNone(String page) throws InterruptedException {
        try {
            return get(page).statusCode();
        } catch (IOException brokenOff) {
            return 0;
        }
    }

    private HttpResponse<String> untilAnswered(HttpClient client, String path)
            throws IOException, InterruptedException {
        try {
            return client.send(HttpRequest.newBuilder(nodes.first.url(path)).build(), BodyHandlers.ofString());
        } catch (IOException down) {
            return client.send(HttpRequest.newBuilder(nodes.second.url(path)).build(), BodyHandlers.ofString());
        }
    }

    /** Sends again what broke off or found no node; the application's own answers are answers. */
    private HttpResponse<String> untilAnswered(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpRequest asked = request.timeout(Duration.ofSeconds(60)).build();
        int last = patient ? 300 : 20;
        for (int attempt = 1; ; attempt++) {
            try {
                HttpResponse<String> answer = programs.send(asked, BodyHandlers.ofString());
                if (answer.statusCode() < 500 || attempt == last) {
                    return answer;
                }
            } catch (IOException brokenOff) {
                if (attempt == last) {
                    throw brokenOff;
                }
                if (!nodes.hasProxy()) {
                    asked = HttpRequest.newBuilder(asked, (name, value) -> true)
                            .uri(nodes.otherThan(asked.uri()))
                            .build();
                }
            }
            retried.incrementAndGet();
            end.await(Math.min(attempt * 50L, 1000), TimeUnit.MILLISECONDS);
        }
    }

    private void signIn() throws IOException, InterruptedException {
        post("/login", "/login", "username=manager&password=manager");
    }

    /** The manager presses a button on a page. */
    void press(String page, String button) throws IOException, InterruptedException {
        int status = post(page, button, "");
        if (status != 302) {
            throw new IOException(button + ": " + status);
        }
    }

    private int post(String page, String action, String form) throws IOException, InterruptedException {
        String html = get(page).body();
        Matcher token = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"").matcher(html);
        if (!token.find()) {
            throw new IOException("No form on " + page + ": " + html);
        }
        return browser.send(
                        HttpRequest.newBuilder(nodes.url(action))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(form + "&_csrf=" + token.group(1)))
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
    }

    static String basic(String user) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + user).getBytes(StandardCharsets.UTF_8));
    }
}
