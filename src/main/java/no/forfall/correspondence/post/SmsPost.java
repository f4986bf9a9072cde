package no.forfall.correspondence.post;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import no.forfall.outbox.NotDelivered;

/**
 * Posts text messages to a gateway as JSON, under the letter's id as {@code Idempotency-Key}, by which the gateway knows a
 * repetition. Any 2xx means that it took the message. A 4xx is about this message and final, but for those that are about
 * us or the moment: who we are, a repetition of one that it is still busy with, a time-out, too many.
 */
final class SmsPost implements Post {

    private static final Set<Integer> NOT_THE_MESSAGE = Set.of(401, 403, 408, 409, 429);
    private static final int LONGEST_DETAIL = 300;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI url;
    private final String token;
    private final Duration timeout;
    private final HttpClient client;

    SmsPost(URI url, String token, Duration timeout) {
        this.url = url;
        this.token = token;
        this.timeout = timeout;
        this.client = HttpClient.newBuilder().connectTimeout(timeout).build();
    }

    @Override
    public boolean repeatable(boolean here) {
        return true;
    }

    @Override
    public String deliver(Parcel parcel) {
        HttpResponse<String> response = post(parcel);
        int status = response.statusCode();
        if (status / 100 == 2) {
            return receipt(response);
        }
        String answer = "The SMS gateway answered " + status + ": "
                + response.body()
                        .substring(0, Math.min(LONGEST_DETAIL, response.body().length()));
        if (status >= 500) {
            throw new DeliveryUnknown(answer, null);
        }
        if (status >= 400 && !NOT_THE_MESSAGE.contains(status)) {
            throw new AddressRefused(answer, null);
        }
        throw new NotDelivered(answer);
    }

    private static String receipt(HttpResponse<String> response) {
        try {
            JsonNode body = JSON.readTree(response.body());
            return body == null ? "" : body.path("id").asText("");
        } catch (JsonProcessingException noJson) {
            return "HTTP " + response.statusCode();
        }
    }

    private HttpResponse<String> post(Parcel parcel) {
        HttpRequest request = HttpRequest.newBuilder(url)
                .timeout(timeout)
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", parcel.letterId().toString())
                .POST(HttpRequest.BodyPublishers.ofString(json(parcel)))
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (ConnectException | HttpConnectTimeoutException e) {
            throw new Unreachable("The SMS gateway " + url.getHost() + " cannot be reached", e);
        } catch (IOException e) {
            throw new DeliveryUnknown("The SMS gateway " + url.getHost() + " did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeliveryUnknown("Interrupted while the SMS gateway was to answer", e);
        }
    }

    private static String json(Parcel parcel) {
        try {
            return JSON.writeValueAsString(Map.of(
                    "id", parcel.letterId().toString(),
                    "to", parcel.recipient(),
                    "from", parcel.sender(),
                    "text", new String(parcel.content(), StandardCharsets.UTF_8)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
