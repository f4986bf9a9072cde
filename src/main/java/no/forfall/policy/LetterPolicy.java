package no.forfall.policy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import no.forfall.engine.TableAnswer;
import no.forfall.engine.Tables;
import no.forfall.receivables.BalanceChanged;
import no.forfall.shared.CaseEvent;
import no.forfall.shared.FlowEvent;
import no.forfall.shared.OncePerTransaction;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/**
 * The terms of a letter: the answer of the table {@value #TABLE}, changed by what was agreed for the invoice or the
 * customer. The table gets the facts of {@link RoutingFacts} and {@code letter}; it answers {@code tone}, and may answer
 * {@code daysToPay}, {@code chargeFee} and {@code channel}.
 */
@Service
public class LetterPolicy {

    public static final String TABLE = "letter-policy";

    private final Tables tables;
    private final RoutingFacts routing;
    private final Overrides overrides;
    private final OncePerTransaction<Asked, LetterTerms> known = new OncePerTransaction<>();

    LetterPolicy(Tables tables, RoutingFacts routing, Overrides overrides) {
        this.tables = tables;
        this.routing = routing;
        this.overrides = overrides;
    }

    /**
     * @param letter the kind of letter, by the name that the table uses
     * @param today the day in the creditor's country
     */
    public LetterTerms terms(String letter, long invoiceId, LocalDate today) {
        return known.of(new Asked(letter, invoiceId, today), () -> ask(letter, invoiceId, today));
    }

    private record Asked(String letter, long invoiceId, LocalDate today) {}

    /** What happens may change the facts. */
    @EventListener
    void forget(CaseEvent event) {
        if (!(event instanceof FlowEvent)) {
            known.forget();
        }
    }

    @EventListener
    void forget(BalanceChanged changed) {
        known.forget();
    }

    private LetterTerms ask(String letter, long invoiceId, LocalDate today) {
        Map<String, Object> facts = new HashMap<>(routing.of(invoiceId, today));
        facts.put("letter", letter);
        TableAnswer answer = tables.ask(TABLE, facts);
        Optional<PolicyOverride> noFee = overrides.holding(OverrideKind.NO_FEE, invoiceId, today);
        Optional<PolicyOverride> moreDays = overrides.holding(OverrideKind.MORE_DAYS, invoiceId, today);
        boolean fee = !Boolean.FALSE.equals(answer.outputs().get("chargeFee"));
        return new LetterTerms(
                Tone.valueOf(String.valueOf(answer.outputs().getOrDefault("tone", Tone.NEUTRAL))),
                number(answer.outputs().get("daysToPay")),
                moreDays.map(PolicyOverride::days).orElse(0),
                fee && noFee.isEmpty(),
                way(answer.outputs().get("channel")),
                basis(answer, Stream.concat(noFee.stream().filter(override -> fee), moreDays.stream())));
    }

    private static @Nullable Integer number(@Nullable Object value) {
        return value instanceof Number number ? number.intValue() : null;
    }

    private static @Nullable LetterWay way(@Nullable Object value) {
        return value == null || value.toString().isBlank() ? null : LetterWay.valueOf(value.toString());
    }

    private static LetterTerms.Basis basis(TableAnswer answer, Stream<PolicyOverride> changing) {
        List<LetterTerms.Agreed> agreed = changing.map(override ->
                        new LetterTerms.Agreed(override.kind(), override.wholeCustomer(), override.reason()))
                .toList();
        return answer.rows().stream()
                .findFirst()
                .map(row -> new LetterTerms.Basis(answer.table(), answer.version(), row.number(), row.note(), agreed))
                .orElseGet(() -> new LetterTerms.Basis(answer.table(), answer.version(), 0, "", agreed));
    }
}
