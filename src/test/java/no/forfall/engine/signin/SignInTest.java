package no.forfall.engine.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.forfall.ForfallTest;
import no.forfall.engine.Editions;
import no.forfall.engine.Flow;
import no.forfall.identity.People;
import no.forfall.identity.Person;
import no.forfall.identity.Role;
import no.forfall.journal.Journal;
import no.forfall.shared.CaseNumber;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Real requests to the engine's own web applications and REST interface. */
@ForfallTest
class SignInTest {

    @Autowired
    People people;

    @Autowired
    IdentityService identity;

    @Autowired
    FilterService filters;

    @Autowired
    Editions editions;

    @Autowired
    Flow flow;

    @Autowired
    TaskService tasks;

    @Autowired
    Journal journal;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private final CookieManager cookies = new CookieManager();
    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    @BeforeEach
    void peopleOfTheHouse() {
        people.save(new Person("signin-hanna", "Hanna Berg", Set.of(Role.HANDLER)), "secret");
        people.save(new Person("signin-mona", "Mona Lie", Set.of(Role.MANAGER)), "secret");
        people.save(new Person("signin-dag", "Dag Moen", Set.of(Role.DESIGNER)), "secret");
        people.save(new Person("signin-anne", "Anne Vik", Set.of(Role.ADMIN)), "secret");
    }

    @Test
    void theEngineKnowsThePeopleOfTheHouse() {
        assertThat(identity.isReadOnly()).isTrue();
        assertThat(identity.createUserQuery()
                        .userId("signin-hanna")
                        .singleResult()
                        .getLastName())
                .isEqualTo("Berg");
        assertThat(identity.createUserQuery().memberOfGroup("manager").list())
                .extracting("id")
                .contains("signin-mona");
        assertThat(identity.createUserQuery().userFirstNameLike("%ann%").list())
                .extracting("id")
                .contains("signin-anne", "signin-hanna");
        assertThat(identity.createGroupQuery().groupMember("signin-dag").list())
                .extracting("id")
                .containsExactly("designer");
        assertThat(identity.createGroupQuery().count()).isEqualTo(Role.values().length);
        assertThat(identity.createTenantQuery().count()).isZero();
        assertThat(identity.checkPassword("signin-hanna", "secret")).isFalse();
    }

    @Test
    void strangersAreTurnedAway() throws Exception {
        assertThat(get("/engine-rest/task").statusCode()).isEqualTo(401);
        assertThat(get("/engine-rest/engine/default/task").statusCode()).isEqualTo(401);
        assertThat(get("/engine-rest/task").headers().firstValue("WWW-Authenticate"))
                .isEmpty();
        assertThat(get("/camunda/api/engine/engine/default/task").statusCode()).isEqualTo(401);
        assertThat(get("/camunda/app/tasklist/default/")
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .endsWith("/login");
        assertThat(get("/engine-rest/task", basic("signin-mona", "wrong")).statusCode())
                .isEqualTo(401);
    }

    @Test
    void programsSignInToRestByTheirRoles() throws Exception {
        assertThat(get("/engine-rest/task", basic("signin-mona", "secret")).statusCode())
                .isEqualTo(200);
        assertThat(get("/engine-rest/task", basic("signin-hanna", "secret")).statusCode())
                .isEqualTo(403);
        for (String path : new String[] {
            "/engine-rest/deployment/create",
            "/engine-rest/engine/default/deployment/create",
            "/engine-rest/%64eployment/create",
            "/engine-rest/deployment/create;a=b"
        }) {
            assertThat(post(path, basic("signin-mona", "secret")).statusCode())
                    .as(path)
                    .isIn(400, 403);
        }
        assertThat(post("/engine-rest/deployment/create", basic("signin-hanna", "secret"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(post("/engine-rest/deployment/create", basic("signin-dag", "secret"))
                        .statusCode())
                .isNotIn(401, 403);
    }

    @Test
    void whoCannotBeKnownAtTheMomentIsAskedToComeAgain() throws Exception {
        jdbc.sql("alter table app.person rename to person_elsewhere").update();
        try {
            for (String path : new String[] {"/engine-rest/task", "/api/tasks"}) {
                HttpResponse<String> answer = get(path, basic("signin-mona", "secret"));
                assertThat(answer.statusCode()).as(path).isEqualTo(503);
                assertThat(answer.headers().firstValue("Retry-After")).as(path).isPresent();
            }
        } finally {
            jdbc.sql("alter table app.person_elsewhere rename to person").update();
        }
        assertThat(get("/api/tasks", basic("signin-mona", "wrong")).statusCode())
                .isEqualTo(401);
        assertThat(get("/api/tasks", basic("signin-mona", "secret")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void tasklistOpensWithTheHousesSignIn() throws Exception {
        signIn("signin-hanna");
        HttpResponse<String> tasklist = get("/camunda/app/tasklist/default/");
        assertThat(tasklist.statusCode()).isEqualTo(200);
        assertThat(tasklist.body()).contains("tasklist");
        assertThat(get("/camunda/app/tasklist/styles/user-styles.css").body()).contains(".ce-eol-banner");
        assertThat(get("/camunda/api/admin/auth/user/default").body()).contains("signin-hanna");
        assertThat(get("/camunda/api/engine/engine/default/user/signin-mona/profile")
                        .body())
                .contains("Lie");
        assertThat(get("/camunda/app/cockpit/default/").statusCode()).isEqualTo(403);
        assertThat(get("/camunda/app/admin/default/").statusCode()).isEqualTo(403);
        assertThat(post("/camunda/api/engine/engine/default/deployment/create").statusCode())
                .isEqualTo(403);
    }

    @Test
    void managersOpenCockpitAndAdministratorsAdminWithoutASetup() throws Exception {
        signIn("signin-mona");
        assertThat(get("/camunda/app/cockpit/default/").statusCode()).isEqualTo(200);
        assertThat(get("/camunda/app/admin/default/").statusCode()).isEqualTo(403);
        signIn("signin-anne");
        HttpResponse<String> admin = get("/camunda/app/admin/default/");
        assertThat(admin.statusCode()).isEqualTo(200);
        assertThat(admin.uri().getPath()).doesNotContain("setup");
    }

    @Test
    void camundasOwnGuardAgainstForgedRequestsStaysOn() throws Exception {
        signIn("signin-hanna");
        get("/camunda/app/tasklist/default/");
        String tasks = "/camunda/api/engine/engine/default/task";
        String token = cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .findFirst()
                .orElseThrow()
                .getValue();
        assertThat(post(tasks, "X-XSRF-TOKEN", token).statusCode()).isEqualTo(200);
        assertThat(post(tasks, "X-XSRF-TOKEN", "forged").statusCode()).isEqualTo(403);
        assertThat(get("/worklist", "Accept", "text/html")
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .as("the session ends with a forged request")
                .endsWith("/login");
    }

    @Test
    void signingInGivesTheBrowserANewSession() throws Exception {
        String before = session(get("/login"));
        String after = session(signIn("signin-hanna"));
        assertThat(after).isNotEmpty().isNotEqualTo(before);
    }

    @Test
    void whatIsDoneOverRestHasAnActorInTheJournal() throws Exception {
        CaseNumber number = new CaseNumber("F-970001");
        editions.publish("signin-step.bpmn", STEP.getBytes(StandardCharsets.UTF_8), "dag", "one step");
        flow.start("signin-step", number, Map.of("country", "NO"));
        String task =
                tasks.createTaskQuery().taskDefinitionKey("step").singleResult().getId();
        assertThat(post("/engine-rest/task/" + task + "/complete", basic("signin-mona", "secret"))
                        .statusCode())
                .isEqualTo(204);
        assertThat(journal.of(number, Long.MAX_VALUE, 10))
                .filteredOn(entry -> entry.kind().equals("StepClosed"))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.actor()).isEqualTo("signin-mona");
                    assertThat(entry.facts().toString()).contains("signin-mona");
                });
    }

    private static final String STEP = """
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="https://forfall.example/processes">
              <bpmn:process id="signin-step" isExecutable="true">
                <bpmn:startEvent id="s"/><bpmn:sequenceFlow id="f1" sourceRef="s" targetRef="step"/>
                <bpmn:userTask id="step" name="Step"/><bpmn:sequenceFlow id="f2" sourceRef="step" targetRef="x"/><bpmn:endEvent id="x"/>
              </bpmn:process>
            </bpmn:definitions>
            """;

    @Test
    void theFilterOfAllTasksExistsOnce() {
        assertThat(filters.createFilterQuery().filterName("All tasks").count()).isOne();
    }

    private static String session(HttpResponse<String> answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("JSESSIONID"))
                .findFirst()
                .orElse("");
    }

    private HttpResponse<String> signIn(String user) throws Exception {
        Matcher token = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"")
                .matcher(get("/login").body());
        assertThat(token.find()).isTrue();
        HttpResponse<String> answer = send(HttpRequest.newBuilder(uri("/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "username=" + user + "&password=secret&_csrf=" + token.group(1))));
        assertThat(answer.statusCode()).isEqualTo(302);
        return answer;
    }

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        return send(withHeaders(HttpRequest.newBuilder(uri(path)), headers).GET());
    }

    private HttpResponse<String> post(String path, String... headers) throws Exception {
        return send(withHeaders(HttpRequest.newBuilder(uri(path)), headers)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}")));
    }

    private static HttpRequest.Builder withHeaders(HttpRequest.Builder request, String... headers) {
        return headers.length == 0 ? request : request.headers(headers);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private static String[] basic(String user, String password) {
        String credentials = user + ":" + password;
        return new String[] {
            "Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8))
        };
    }
}
