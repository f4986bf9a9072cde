package no.forfall.webhooks.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import no.forfall.api.Invalid;
import no.forfall.webhooks.Delivery;
import no.forfall.webhooks.EventKind;
import no.forfall.webhooks.Webhook;
import no.forfall.webhooks.Webhooks;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Webhooks for programs. */
@RestController
@RequestMapping("/api/webhooks")
@Tag(
        name = "Webhooks",
        description =
                "Systems that are told what happens on cases. Deliveries are signed in the header Forfall-Signature,"
                        + " arrive in the order of their case, and may arrive twice under the same Forfall-Delivery")
class WebhooksApi {

    /** @param creditorId whose cases; null for all */
    record NewWebhook(
            @Nullable String name,
            @Nullable String url,
            @Nullable Set<String> events,
            @Nullable Long creditorId) {}

    /** @param secret that deliveries are signed with; shown this once */
    record Added(String secret) {}

    private final Webhooks webhooks;

    WebhooksApi(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    @GetMapping
    @Operation(summary = "The systems that are told")
    List<Webhook> all() {
        return webhooks.all();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Tell a system from now on; the answer holds the secret, once")
    Added add(@RequestBody NewWebhook wanted) {
        Set<EventKind> kinds = (wanted.events() == null ? Set.<String>of() : wanted.events())
                .stream()
                        .map(wire -> EventKind.named(wire)
                                .orElseThrow(() -> new Invalid("events", "webhooks.invalid.event", wire)))
                        .collect(Collectors.toSet());
        return new Added(webhooks.add(text(wanted.name()), text(wanted.url()), kinds, wanted.creditorId()));
    }

    @PostMapping("/{id}/pause")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Tell it nothing more; what waits is still sent")
    void pause(@PathVariable long id) {
        webhooks.activate(id, false);
    }

    @PostMapping("/{id}/resume")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Tell it again what happens from now on")
    void resume(@PathVariable long id) {
        webhooks.activate(id, true);
    }

    @GetMapping("/deliveries")
    @Operation(summary = "The newest deliveries, at most two hundred")
    List<Delivery> deliveries(@RequestParam(required = false) Delivery.@Nullable State state) {
        return webhooks.deliveries(state);
    }

    @PostMapping("/deliveries/{id}/again")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Send a delivery again under its id")
    void again(@PathVariable long id) {
        webhooks.sendAgain(id);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
