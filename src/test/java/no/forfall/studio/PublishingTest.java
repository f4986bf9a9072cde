package no.forfall.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import no.forfall.ForfallTest;
import no.forfall.cases.Tokens;
import no.forfall.engine.Edition;
import no.forfall.engine.Editions;
import no.forfall.engine.Flow;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.MovableClock;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.UserRequestPostProcessor;
import org.springframework.test.web.servlet.MockMvc;

@ForfallTest
class PublishingTest {

    private static final String KEY = "studio-wait";

    @Autowired
    MockMvc http;

    @Autowired
    Editions editions;

    @Autowired
    Flow flow;

    @Autowired
    Tokens tokens;

    @Autowired
    MovableClock clock;

    @BeforeEach
    void aProcessThatWaitsFourteenDays() {
        clock.moveTo(Instant.parse("2026-03-02T09:00:00Z"));
        editions.publish(KEY + ".bpmn", diagram("P14D").getBytes(StandardCharsets.UTF_8), "dag", "fourteen days");
    }

    @Test
    void aNewEditionIsForCasesThatStartAfterwards() throws Exception {
        CaseNumber before = new CaseNumber("F-980001");
        CaseNumber after = new CaseNumber("F-980002");
        flow.start(KEY, before, Map.of("country", "NO"));
        http.perform(upload("/studio/studio-wait/upload", diagram("P21D"), "twenty-one days")
                        .with(designer())
                        .with(csrf()))
                .andExpect(redirectedUrl("/studio/studio-wait"));
        flow.start(KEY, after, Map.of("country", "NO"));

        assertThat(endOfWait(before)).isEqualTo("2026-03-16T06:00:00Z");
        assertThat(endOfWait(after)).isEqualTo("2026-03-23T06:00:00Z");
        Edition newest = editions.newest(Edition.Kind.PROCESS, KEY).orElseThrow();
        assertThat(newest.author()).isEqualTo("dina");
        assertThat(newest.note()).isEqualTo("twenty-one days");
        assertThat(editions.running()).containsEntry(newest.id(), 1L);
        http.perform(get("/studio/studio-wait").with(manager()))
                .andExpect(content().string(Matchers.containsString("twenty-one days")));
        flow.end(before, "test");
        flow.end(after, "test");
    }

    private Instant endOfWait(CaseNumber number) {
        return tokens.of(number).get(0).until();
    }

    @Test
    void anOlderEditionIsPublishedAgain() throws Exception {
        int first = newest().version();
        http.perform(post("/studio/studio-wait/publish")
                        .param("xml", diagram("P30D"))
                        .param("note", "thirty days")
                        .with(designer())
                        .with(csrf()))
                .andExpect(redirectedUrl("/studio/studio-wait"));
        http.perform(post("/studio/studio-wait/rollback")
                        .param("version", String.valueOf(first))
                        .with(designer())
                        .with(csrf()))
                .andExpect(redirectedUrl("/studio/studio-wait"));
        assertThat(newest().version()).isEqualTo(first + 2);
        http.perform(get("/studio/editions/" + newest().id() + "/file").with(manager()))
                .andExpect(content().string(diagram("P14D")));
    }

    @Test
    void aRefusalNamesElementAndLineAndKeepsTheDrawing() throws Exception {
        String evil = diagram("P14D").replace("<bpmn:endEvent id=\"x\"/>", "<bpmn:scriptTask id=\"x\"/>");
        int version = newest().version();
        for (String action : new String[] {"check", "publish"}) {
            http.perform(post("/studio/studio-wait/" + action)
                            .param("xml", evil)
                            .param("note", "evil")
                            .with(designer())
                            .with(csrf()))
                    .andExpect(status().isOk())
                    .andExpect(content()
                            .string(Matchers.allOf(
                                    Matchers.containsString("data-show-element=\"x\""),
                                    Matchers.containsString("line "),
                                    Matchers.containsString("&lt;bpmn:scriptTask"))));
        }
        assertThat(newest().version()).isEqualTo(version);
    }

    @Test
    void anotherProcessIsNotPublishedInThisPlace() throws Exception {
        http.perform(upload(
                                "/studio/studio-wait/upload",
                                diagram("P14D").replace("\"studio-wait\"", "\"other\""),
                                "other")
                        .with(designer())
                        .with(csrf()))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("this is the place of")));
        assertThat(editions.newest(Edition.Kind.PROCESS, "other")).isEmpty();
    }

    @Test
    void warnsOfMissingNamesAndAMissingPicture() throws Exception {
        http.perform(multipart("/api/processes/check")
                        .file(file(diagram("P14D")))
                        .with(designer())
                        .with(csrf()))
                .andExpect(jsonPath("$[?(@.severity == 'ERROR')]").isEmpty())
                .andExpect(jsonPath("$[?(@.element == 's' && @.severity == 'WARNING')].line")
                        .value(Matchers.not(0)))
                .andExpect(jsonPath("$[?(@.message =~ /.*picture.*/)]").isNotEmpty());
    }

    @Test
    void programsPublishTablesAndFormsToo() throws Exception {
        String form = "{\"id\": \"studio-form\", \"components\": []}";
        http.perform(multipart("/api/processes/editions")
                        .file(new MockMultipartFile(
                                "file", "studio-form.form", null, form.getBytes(StandardCharsets.UTF_8)))
                        .param("note", "a form")
                        .with(designer())
                        .with(csrf()))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.kind").value("FORM"))
                .andExpect(jsonPath("$.author").value("dina"));
        http.perform(get("/studio/forms/studio-form").with(manager())).andExpect(status().isOk());
        http.perform(get("/studio").with(manager()))
                .andExpect(content().string(Matchers.containsString("studio-form")));
        http.perform(multipart("/api/processes/editions")
                        .file(file("<a/>"))
                        .param("note", "not a diagram")
                        .with(designer())
                        .with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.findings").isNotEmpty());
    }

    @Test
    void managersReadAndHandlersStayOut() throws Exception {
        http.perform(get("/studio").with(manager())).andExpect(status().isOk());
        http.perform(upload("/studio/studio-wait/upload", diagram("P1D"), "no")
                        .with(manager())
                        .with(csrf()))
                .andExpect(status().isForbidden());
        http.perform(multipart("/api/processes/editions")
                        .file(file(diagram("P1D")))
                        .param("note", "no")
                        .with(manager())
                        .with(csrf()))
                .andExpect(status().isForbidden());
        http.perform(get("/studio").with(user("hanna").roles("HANDLER"))).andExpect(status().isForbidden());
        http.perform(get("/api/processes/studio-wait/diagram").with(manager()))
                .andExpect(content().string(diagram("P14D")));
    }

    private Edition newest() {
        return editions.newest(Edition.Kind.PROCESS, KEY).orElseThrow();
    }

    private static org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder upload(
            String path, String content, String note) {
        var request = multipart(path).file(file(content));
        request.param("note", note);
        return request;
    }

    private static MockMultipartFile file(String content) {
        return new MockMultipartFile("file", KEY + ".bpmn", null, content.getBytes(StandardCharsets.UTF_8));
    }

    private static UserRequestPostProcessor designer() {
        return user("dina").roles("DESIGNER");
    }

    private static UserRequestPostProcessor manager() {
        return user("mona").roles("MANAGER");
    }

    private static String diagram(String wait) {
        return """
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="d" targetNamespace="https://forfall.example/processes">
                  <bpmn:process id="studio-wait" name="A wait" isExecutable="true">
                    <bpmn:startEvent id="s"/>
                    <bpmn:sequenceFlow id="f1" sourceRef="s" targetRef="wait"/>
                    <bpmn:intermediateCatchEvent id="wait" name="Wait"><bpmn:timerEventDefinition id="t"><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">%s</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>
                    <bpmn:sequenceFlow id="f2" sourceRef="wait" targetRef="x"/>
                    <bpmn:endEvent id="x"/>
                  </bpmn:process>
                </bpmn:definitions>
                """.formatted(wait);
    }
}
