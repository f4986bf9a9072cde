package no.forfall.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.forfall.arrangements.ArrangementState;
import no.forfall.arrangements.Arrangements;
import no.forfall.correspondence.Letter;
import no.forfall.correspondence.LetterReturn;
import no.forfall.correspondence.Letters;
import no.forfall.correspondence.ReturnedLetters;
import no.forfall.disputes.DisputeReason;
import no.forfall.disputes.Disputes;
import no.forfall.journal.Journal;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.Country;
import no.forfall.shared.Sha256;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The debtor's page over real HTTP, opened by the address in the reminder with fee of 30 March 2026; it is 7 April. */
@ProcessTest
class DebtorPageTest {

    private static final Pattern PAGE = Pattern.compile("http://localhost/p/([\\w-]{43})");

    @LocalServerPort
    int port;

    @Autowired
    Ladder ladder;

    @Autowired
    Letters letters;

    @Autowired
    ReturnedLetters returned;

    @Autowired
    Arrangements arrangements;

    @Autowired
    Disputes disputes;

    @Autowired
    Journal journal;

    @Autowired
    JdbcClient jdbc;

    final HttpClient http = HttpClient.newHttpClient();
    CaseNumber number;
    Letter reminder;
    String token;

    @BeforeEach
    void theReminderWithFeeHasLeft() {
        ladder.house.itIs("2026-03-17");
        number = ladder.invoice(Country.NO, "2026-03-16");
        ladder.house.goTo("2026-04-07");
        reminder = ladder.lastLetter(number);
        token = token(reminder);
    }

    private String token(Letter letter) {
        Matcher page = PAGE.matcher(letters.html(letter.id()).orElseThrow());
        assertThat(page.find()).as("the letter names a page").isTrue();
        return page.group(1);
    }

    private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> send(Map<String, String> said, String... headers)
            throws IOException, InterruptedException {
        String form = said.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/p/" + token))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
        if (headers.length > 0) {
            request.headers(headers);
        }
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        ladder.house.settle();
        return answer;
    }

    private String page() throws IOException, InterruptedException {
        HttpResponse<String> answer = get("/p/" + token);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body().replaceAll("\\s+", " ").replace('\u202f', ' ').replace('\u00a0', ' ');
    }

    private String actorOf(String kind) {
        return journal.of(number, Long.MAX_VALUE, 200).stream()
                .filter(entry -> entry.kind().equals(kind))
                .findFirst()
                .orElseThrow()
                .actor();
    }

    @Test
    void showsWhatIsClaimedAndHowToPayAndNoAddressOfAnybody() throws Exception {
        String page = page();
        assertThat(page)
                .contains("lang=\"nb\"", "1506 41 20870", "123455", "Forsinkelsesrente", "Purregebyr", "38,00 kr")
                .contains("Slik brukes betalinger", "Hva som skjer videre")
                .doesNotContain("Dalen 2", "post@fjell.example", "Fjell AS", "Set-Cookie");
        for (String language : List.of("nb", "sv", "en")) {
            assertThat(get("/p/" + token + "?in=" + language).body()).contains("lang=\"" + language + "\"");
        }
    }

    @Test
    void tellsNobodyWhereItIsAndIsKeptNowhere() throws Exception {
        HttpResponse<String> answer = get("/p/" + token);
        assertThat(answer.headers().allValues("Referrer-Policy")).containsExactly("no-referrer");
        assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-store");
        assertThat(answer.headers().firstValue("X-Robots-Tag"))
                .hasValueSatisfying(tag -> assertThat(tag).contains("noindex"));
        assertThat(answer.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains("default-src 'self'", "frame-ancestors 'none'")
                        .doesNotContain("unsafe"));
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void keepsOnlyTheDigestOfTheSecret() {
        var link = jdbc.sql("select * from app.letter_link where letter_id = ?")
                .param(reminder.id())
                .query()
                .singleRow();
        assertThat(link.get("token_sha256")).isEqualTo(Sha256.hex(token.getBytes(StandardCharsets.UTF_8)));
        assertThat(link.values().toString()).doesNotContain(token);
        assertThat(link.get("expires_on")).hasToString("2026-06-28");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "%00", "..%3B"})
    void opensNothingForASecretThatNoLetterHas(String wrong) throws Exception {
        HttpResponse<String> answer = get("/p/" + wrong, "X-Forwarded-For", "203.0.113.7", "Accept-Language", "en");
        assertThat(answer.statusCode()).isIn(404, 400);
        if (answer.statusCode() == 404 && !wrong.contains("%")) {
            assertThat(answer.body()).contains("This link no longer works", "See the contact on your letter");
        }
    }

    @Test
    void opensNothingAnyMoreAfterItsLastDayOrWhenTheLetterCameBack() throws Exception {
        String unknown = get("/p/unknown", "X-Forwarded-For", "203.0.113.8").body();
        ladder.house.itIs("2026-06-28");
        assertThat(get("/p/" + token).statusCode()).isEqualTo(200);
        ladder.house.itIs("2026-06-29");
        HttpResponse<String> expired = get("/p/" + token, "X-Forwarded-For", "203.0.113.8");
        assertThat(expired.statusCode()).isEqualTo(404);
        assertThat(expired.body()).isEqualTo(unknown);
        ladder.house.itIs("2026-04-08");
        returned.tell(reminder.id(), LetterReturn.Way.BOUNCED, "5.1.1 no such user", "kari");
        assertThat(get("/p/" + token, "X-Forwarded-For", "203.0.113.8").statusCode())
                .isEqualTo(404);
    }

    @Test
    void letsAnAddressThatGuessesWaitOutside() throws Exception {
        String guesser = "203.0.113.9";
        for (int i = 0; i < 20; i++) {
            assertThat(get("/p/guess-" + i, "X-Forwarded-For", guesser).statusCode())
                    .isEqualTo(404);
        }
        assertThat(get("/p/" + token, "X-Forwarded-For", guesser).statusCode()).isEqualTo(429);
        assertThat(get("/p/" + token, "X-Forwarded-For", "203.0.113.10").statusCode())
                .isEqualTo(200);
        ladder.house.itIs("2026-04-08");
        assertThat(get("/p/" + token, "X-Forwarded-For", guesser).statusCode()).isEqualTo(200);
    }

    @Test
    void theDebtorSaysThatItIsPaid() throws Exception {
        assertThat(send(Map.of("answer", "PAID", "day", "2026-04-01")).statusCode())
                .isIn(302, 303);
        assertThat(ladder.state(number)).isEqualTo("HELD");
        assertThat(ladder.standsAt(number)).contains("waitForPayment");
        assertThat(actorOf("DebtorSaidPaid")).isEqualTo("debtor");
        assertThat(page()).contains("Du har sagt fra at det er betalt").doesNotContain("Jeg har betalt<");
    }

    @Test
    void theDebtorPromisesADay() throws Exception {
        send(Map.of("answer", "PROMISE", "day", "2026-04-20"));
        assertThat(ladder.standsAt(number)).contains("waitForPromisedDay");
        assertThat(actorOf("PromiseMade")).isEqualTo("debtor");
        assertThat(page()).contains("Du har lovet å betale", "mandag 20. april 2026");
        assertThat(send(Map.of("answer", "PROMISE", "day", "2026-04-21")).statusCode())
                .isIn(302, 303);
        assertThat(arrangements.of(number))
                .as("the second time changes nothing")
                .hasSize(1);
    }

    @Test
    void theDebtorAsksForAPlanAndSaysYesToIt() throws Exception {
        send(Map.of("answer", "PLAN", "instalments", "3", "firstOn", "2026-04-20"));
        assertThat(page()).contains("Du har bedt om å betale i avdrag");
        ladder.complete(number, "agreePlan", Map.of("outcome", "PROPOSED", "instalments", 3, "firstOn", "2026-04-20"));
        token = token(ladder.lastLetter(number));
        assertThat(page()).contains("Vi foreslår denne planen", "20. april 2026", "Ja, slik betaler jeg");
        send(Map.of("answer", "YES"));
        assertThat(arrangements.live(number).orElseThrow().state()).isEqualTo(ArrangementState.OPEN);
        assertThat(ladder.standsAt(number)).contains("waitForInstalment");
        assertThat(actorOf("PlanAgreed")).isEqualTo("debtor");
        assertThat(page()).contains("Planen din").doesNotContain("Ja, slik betaler jeg");
    }

    @Test
    void theDebtorObjects() throws Exception {
        send(Map.of("answer", "WRONG", "reason", "FAULTY", "text", "Båten lekker <b>"));
        assertThat(disputes.open(number)).hasValueSatisfying(dispute -> {
            assertThat(dispute.reason()).isEqualTo(DisputeReason.FAULTY);
            assertThat(dispute.text()).isEqualTo("Båten lekker <b>");
            assertThat(dispute.raisedBy()).isEqualTo("debtor");
        });
        assertThat(ladder.standsAt(number)).contains("assessDispute");
        assertThat(page()).contains("Vi ser på innsigelsen din").doesNotContain("Dette er feil");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "answer=PROMISE&day=2026-04-06",
                "answer=PROMISE&day=2026-05-08",
                "answer=PROMISE&day=soon",
                "answer=PAID&day=2026-04-08",
                "answer=PLAN&instalments=13&firstOn=2026-04-20",
                "answer=PLAN&instalments=3&firstOn=",
                "answer=WRONG&reason=UGLY",
                "answer=NONSENSE"
            })
    void changesNothingWhenAFieldIsWrong(String form) throws Exception {
        Map<String, String> said = Arrays.stream(form.split("&"))
                .map(field -> field.split("=", 2))
                .collect(Collectors.toMap(field -> field[0], field -> field[1]));
        HttpResponse<String> answer = send(said);
        assertThat(answer.statusCode()).isEqualTo(400);
        if (!form.contains("NONSENSE")) {
            assertThat(answer.body()).contains("field__error");
        }
        assertThat(ladder.state(number)).isEqualTo("OPEN");
    }

    @Test
    void takesNoFormFromAnotherSite() throws Exception {
        HttpResponse<String> answer = send(Map.of("answer", "PAID"), "Sec-Fetch-Site", "cross-site");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(ladder.state(number)).isEqualTo("OPEN");
    }

    @Test
    void asksNothingOfADebtorWhoHasPaidOrWhoseClaimTheAgencyHas() throws Exception {
        ladder.pays(number, "NOK 5000.00");
        assertThat(page()).contains("Det er ingenting å betale").doesNotContain("1506 41 20870", "Svar oss");
        assertThat(send(Map.of("answer", "PAID")).statusCode()).isIn(302, 303);

        number = ladder.withTheAgency();
        token = token(ladder.letters(number).stream()
                .filter(letter -> letter.type().demands())
                .reduce((earlier, later) -> later)
                .orElseThrow());
        assertThat(page()).contains("har kravet nå").doesNotContain("1506 41 20870", "Svar oss");
        send(Map.of("answer", "PROMISE", "day", ladder.house.today().plusDays(3).toString()));
        assertThat(arrangements.of(number)).isEmpty();
    }
}
