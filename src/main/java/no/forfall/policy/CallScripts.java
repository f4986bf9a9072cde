package no.forfall.policy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import no.forfall.engine.TableAnswer;
import no.forfall.engine.Tables;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is said on the phone: the answer of the table {@value #TABLE}, which gets the facts of {@link RoutingFacts},
 * {@code language} and {@code promiseBroken}, and answers {@code say}, {@code tone} and {@code calm}.
 */
@Service
public class CallScripts {

    public static final String TABLE = "call-script";

    /**
     * @param say what to say, with names in braces for what the case fills in, such as {@code {amount}}
     * @param tone how to say it; empty when the table says nothing of it
     * @param calm what to do when the debtor is upset; empty when the table says nothing of it
     */
    public record Script(String say, String tone, String calm) {}

    private final Tables tables;
    private final RoutingFacts routing;

    CallScripts(Tables tables, RoutingFacts routing) {
        this.tables = tables;
        this.routing = routing;
    }

    /**
     * @param today the day in the creditor's country
     * @param promiseBroken whether the last promise or plan of the case was broken
     * @return empty when no row of the table fits
     */
    @Transactional(readOnly = true)
    public Optional<Script> of(long invoiceId, LocalDate today, boolean promiseBroken, Locale language) {
        Map<String, Object> facts = new HashMap<>(routing.of(invoiceId, today));
        facts.put("language", language.getLanguage());
        facts.put("promiseBroken", promiseBroken);
        TableAnswer answer = tables.ask(TABLE, facts);
        return Optional.of(new Script(text(answer, "say"), text(answer, "tone"), text(answer, "calm")))
                .filter(script -> !script.say().isEmpty());
    }

    private static String text(TableAnswer answer, String output) {
        return String.valueOf(answer.outputs().getOrDefault(output, "")).strip();
    }
}
