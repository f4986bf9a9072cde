package no.forfall.correspondence.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import no.forfall.outbox.NotDelivered;
import no.forfall.shared.CaseNumber;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmsPostTest {

    private static final Parcel PARCEL = new Parcel(
            UUID.fromString("7d2f0b8e-6b0c-4b5f-9a43-0d1f2e3c4b5a"),
            new CaseNumber("F-100001"),
            "Nordlys",
            "+4741234567",
            "Faktura 7",
            "Nordlys: faktura 7 er på vei".getBytes(StandardCharsets.UTF_8),
            null);

    private final TestSmsGateway gateway = new TestSmsGateway();

    @AfterEach
    void stop() {
        gateway.close();
    }

    private SmsPost post(URI url) {
        return new SmsPost(url, "secret", Duration.ofMillis(500));
    }

    @Test
    void postsTheMessageUnderTheLettersId() {
        assertThat(post(gateway.url()).deliver(PARCEL)).isEqualTo("gw-7");
        assertThat(gateway.asked()).singleElement().satisfies(asked -> {
            assertThat(asked.authorization()).isEqualTo("Bearer secret");
            assertThat(asked.key()).isEqualTo(PARCEL.letterId().toString());
            assertThat(asked.type()).isEqualTo("application/json");
            assertThat(asked.message().get("id").asText())
                    .isEqualTo(PARCEL.letterId().toString());
            assertThat(asked.message().get("to").asText()).isEqualTo("+4741234567");
            assertThat(asked.message().get("from").asText()).isEqualTo("Nordlys");
            assertThat(asked.message().get("text").asText()).isEqualTo("Nordlys: faktura 7 er på vei");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "400, AddressRefused",
        "404, AddressRefused",
        "422, AddressRefused",
        "401, NotDelivered",
        "403, NotDelivered",
        "408, NotDelivered",
        "409, NotDelivered",
        "429, NotDelivered",
        "302, NotDelivered",
        "500, DeliveryUnknown",
        "503, DeliveryUnknown"
    })
    void knowsWhatARefusalMeans(int status, String kind) {
        gateway.answers(status);
        Throwable refused = catchThrowable(() -> post(gateway.url()).deliver(PARCEL));
        assertThat(refused.getClass().getSimpleName()).isEqualTo(kind);
        assertThat(refused).hasMessageContaining(String.valueOf(status));
    }

    @Test
    void knowsNothingWhenTheGatewayFallsSilent() {
        gateway.fallsSilent();
        assertThatThrownBy(() -> post(gateway.url()).deliver(PARCEL)).isInstanceOf(DeliveryUnknown.class);
    }

    @Test
    void isNotDeliveredWhereNobodyListens() {
        URI url = gateway.url();
        gateway.close();
        assertThatThrownBy(() -> post(url).deliver(PARCEL)).isInstanceOf(NotDelivered.class);
    }

    @Test
    void asksForATokenBesideTheAddress() {
        assertThatThrownBy(() -> new SmsSettings(gateway.url(), " ", null, Duration.ofSeconds(1)))
                .hasMessageContaining("forfall.sms.token");
    }
}
