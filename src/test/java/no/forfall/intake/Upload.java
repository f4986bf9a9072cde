package no.forfall.intake;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import no.forfall.identity.People;
import no.forfall.identity.Person;
import no.forfall.identity.Role;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;

/** Sends files through the interface for programs, as a handler, and reads the answers. */
public final class Upload {

    private final MockMvc http;
    private final People people;

    public Upload(MockMvc http, People people) {
        this.http = http;
        this.people = people;
    }

    public record Answer(int status, String body) {

        public <T> T at(String path) {
            return JsonPath.read(body, path);
        }
    }

    public Answer invoices(String file) throws Exception {
        return send("invoices", file.getBytes(StandardCharsets.UTF_8), "en");
    }

    public Answer payments(String file) throws Exception {
        return send("payments", file.getBytes(StandardCharsets.UTF_8), "en");
    }

    public Answer send(String kind, byte[] file, String language) throws Exception {
        people.save(new Person("kari", "Kari Nordmann", Set.of(Role.HANDLER)), "let-me-in");
        var response = http.perform(multipart("/api/" + kind + "/imports")
                        .file(new MockMultipartFile("file", "file", null, file))
                        .header("Accept-Language", language)
                        .with(httpBasic("kari", "let-me-in")))
                .andReturn()
                .getResponse();
        return new Answer(response.getStatus(), response.getContentAsString(StandardCharsets.UTF_8));
    }

    public static String sample(String name) throws IOException {
        try (InputStream file = Upload.class.getResourceAsStream("/samples/" + name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
