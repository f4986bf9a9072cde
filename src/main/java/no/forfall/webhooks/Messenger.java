package no.forfall.webhooks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sends what waits, each node its own part, outside any transaction. A delivery that was taken by nobody, or by a node that
 * died, is sent again; so a receiver may get it twice, and knows it by its id.
 */
@Component
class Messenger {

    private static final int AT_ONCE = 20;

    private final WebhookTable table;
    private final WebhookSettings settings;
    private final HttpClient http;

    /** Receivers compare the signature's second with their own clock, not with ours of the cases. */
    private final Clock real = Clock.systemUTC();

    Messenger(WebhookTable table, WebhookSettings settings) {
        this.table = table;
        this.settings = settings;
        this.http = HttpClient.newBuilder()
                .connectTimeout(settings.timeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Scheduled(fixedDelayString = "${forfall.webhooks.pause:PT2S}")
    void round() {
        sendDue();
    }

    /** @return how many were tried */
    int sendDue() {
        int tried = 0;
        Duration lease = settings.timeout().multipliedBy(AT_ONCE + 1L);
        List<Delivery> taken;
        do {
            taken = table.take(AT_ONCE, lease);
            taken.forEach(this::send);
            tried += taken.size();
        } while (!taken.isEmpty());
        return tried;
    }

    private void send(Delivery delivery) {
        Integer status = null;
        String error;
        try {
            status = post(delivery);
            if (status >= 200 && status < 300) {
                table.delivered(delivery.id(), status);
                return;
            }
            error = "HTTP " + status;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return;
        } catch (IOException | IllegalArgumentException failed) {
            error = String.valueOf(failed.getMessage());
        }
        table.failed(
                delivery.id(),
                status,
                error,
                settings.waitAfter(delivery.attempts()),
                delivery.attempts() >= settings.attempts());
    }

    private int post(Delivery delivery) throws IOException, InterruptedException {
        String secret = table.secret(delivery.webhookId()).orElseThrow(() -> new IOException("The webhook is gone"));
        HttpRequest request = HttpRequest.newBuilder(URI.create(delivery.url()))
                .timeout(settings.timeout())
                .header("Content-Type", "application/json")
                .header("Forfall-Delivery", delivery.key().toString())
                .header(Signature.HEADER, Signature.of(secret, real.instant(), delivery.body()))
                .POST(HttpRequest.BodyPublishers.ofString(delivery.body()))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }
}
