package no.forfall.agency;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import no.forfall.outbox.NotDelivered;
import org.jspecify.annotations.Nullable;

/**
 * Posts messages as JSON with the header {@code Idempotency-Key}. Any 2xx, and 409 for a key the agency knows, means that
 * the message is there.
 */
final class AgencyHttp implements AgencyLine {

    private static final int CONFLICT = 409;
    private static final int LONGEST_DETAIL = 500;

    private final URI url;
    private final @Nullable String authorization;
    private final Duration timeout;
    private final HttpClient client;

    AgencyHttp(URI url, @Nullable String authorization, Duration timeout) {
        this.url = url;
        this.authorization = authorization;
        this.timeout = timeout;
        this.client = HttpClient.newBuilder().connectTimeout(timeout).build();
    }

    @Override
    public String send(AgencyMessage message) {
        HttpResponse<String> response = post(message);
        int status = response.statusCode();
        if (status / 100 == 2 || status == CONFLICT) {
            return "HTTP " + status;
        }
        String answer = "The agency answered " + status + ": " + shortened(response.body());
        if (status >= 500) {
            throw new IllegalStateException(answer);
        }
        throw new NotDelivered(answer);
    }

    private HttpResponse<String> post(AgencyMessage message) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + message.path()))
                .timeout(timeout)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", message.key().toString())
                .POST(HttpRequest.BodyPublishers.ofString(message.json()));
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (ConnectException | HttpConnectTimeoutException e) {
            throw new NotDelivered("The agency at " + url + " cannot be reached", e);
        } catch (IOException e) {
            throw new UncheckedIOException("The agency at " + url + " did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the agency was to answer", e);
        }
    }

    private static String shortened(String body) {
        return body.length() <= LONGEST_DETAIL ? body : body.substring(0, LONGEST_DETAIL);
    }
}
