package no.forfall.webhooks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.forfall.api.Invalid;
import no.forfall.cases.Cases;
import no.forfall.cases.CollectionCase;
import no.forfall.identity.CurrentPerson;
import no.forfall.receivables.BalanceChanged;
import no.forfall.receivables.Invoice;
import no.forfall.receivables.LineKind;
import no.forfall.receivables.Part;
import no.forfall.receivables.Receivables;
import no.forfall.shared.CaseEvent;
import no.forfall.shared.CaseNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The systems that are told, and what is told to them. */
@Service
public class Webhooks {

    private static final TypeReference<Map<String, Object>> FACTS = new TypeReference<>() {};
    private static final long KNOWN_FOR = Duration.ofSeconds(5).toNanos();
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_URL = 500;
    private static final int SECRET_BYTES = 32;

    /** Who a person is and how to reach them is not told; the system knows its own customers. */
    private static final Set<String> PERSONAL = Set.of("caseNumber", "recipient", "payer", "letterId", "text", "note");

    private record Known(List<Webhook> all, long readAt) {}

    private final WebhookTable table;
    private final Cases cases;
    private final Receivables receivables;
    private final WebhookSettings settings;
    private final ObjectMapper json;
    private final Clock clock;
    private volatile @Nullable Known known;

    Webhooks(
            WebhookTable table,
            Cases cases,
            Receivables receivables,
            WebhookSettings settings,
            ObjectMapper json,
            Clock clock) {
        this.table = table;
        this.cases = cases;
        this.receivables = receivables;
        this.settings = settings;
        this.json = json;
        this.clock = clock;
    }

    /** By name. */
    public List<Webhook> all() {
        return table.all();
    }

    /**
     * Tells a system from now on.
     *
     * @param creditorId whose cases it is told of; null for all
     * @return the secret that its deliveries are signed with; it is not shown again
     * @throws Invalid names the field at fault
     */
    @Transactional
    public String add(String name, String url, Set<EventKind> events, @Nullable Long creditorId) {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new Invalid("name", "webhooks.invalid.name", LONGEST_NAME);
        }
        if (events.isEmpty()) {
            throw new Invalid("events", "webhooks.invalid.events");
        }
        byte[] secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        String text = HexFormat.of().formatHex(secret);
        table.add(name.strip(), checked(url), text, events, creditorId, CurrentPerson.name());
        known = null;
        return text;
    }

    private String checked(String url) {
        try {
            URI address = URI.create(url.strip());
            boolean secure = "https".equals(address.getScheme());
            if ((secure || settings.plainHttp() && "http".equals(address.getScheme()))
                    && address.getHost() != null
                    && address.getUserInfo() == null
                    && url.length() <= LONGEST_URL) {
                return address.toString();
            }
        } catch (IllegalArgumentException unreadable) {
            // told below
        }
        throw new Invalid("url", "webhooks.invalid.url");
    }

    /** @throws NoSuchElementException when there is no such webhook */
    @Transactional
    public void activate(long id, boolean active) {
        if (!table.activate(id, active)) {
            throw new NoSuchElementException("There is no webhook " + id);
        }
        known = null;
    }

    /** The newest deliveries first; at most two hundred. */
    public List<Delivery> deliveries(Delivery.@Nullable State state) {
        return table.last(state, 200);
    }

    /** @throws NoSuchElementException when there is no such delivery */
    @Transactional
    public void sendAgain(long delivery) {
        if (!table.again(delivery)) {
            throw new NoSuchElementException("There is no delivery " + delivery);
        }
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void tell(CaseEvent event) {
        Optional<EventKind> kind = active().isEmpty() ? Optional.empty() : EventKind.of(event);
        kind.ifPresent(one -> {
            Map<String, Object> facts = json.convertValue(event, FACTS);
            facts.keySet().removeAll(PERSONAL);
            tell(one, cases.get(event.caseNumber()), facts);
        });
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void tell(BalanceChanged changed) {
        if (changed.kind() == LineKind.CHARGE && changed.part() != Part.PRINCIPAL && !active().isEmpty()) {
            cases.ofInvoice(changed.invoiceId()).ifPresent(followed -> {
                Map<String, Object> facts = new LinkedHashMap<>();
                facts.put("part", changed.part().name());
                facts.put("amount", changed.amount().toString());
                facts.put("on", changed.on().toString());
                tell(EventKind.CHARGE_MADE, followed, facts);
            });
        }
    }

    private void tell(EventKind kind, CollectionCase followed, Map<String, Object> facts) {
        Invoice invoice = receivables.invoice(followed.invoiceId());
        active().stream()
                .filter(webhook -> webhook.wants(kind, invoice.creditor().id()))
                .forEach(webhook -> {
                    UUID key = UUID.randomUUID();
                    table.queue(
                            key,
                            webhook.id(),
                            followed.number(),
                            kind,
                            body(key, kind, followed.number(), invoice, facts));
                });
    }

    private String body(UUID key, EventKind kind, CaseNumber number, Invoice invoice, Map<String, Object> facts) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("id", key);
        body.put("event", kind.wire());
        body.put("at", clock.instant().toString());
        body.put("caseNumber", number.value());
        body.put("creditor", invoice.creditor().organisationNumber());
        body.put("invoice", invoice.number());
        body.put("customer", invoice.debtor().customerNumber());
        body.put("data", facts);
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A change on another node is known here within seconds. */
    private List<Webhook> active() {
        Known now = known;
        if (now == null || System.nanoTime() - now.readAt() > KNOWN_FOR) {
            now = new Known(table.all().stream().filter(Webhook::active).toList(), System.nanoTime());
            known = now;
        }
        return now.all();
    }
}
