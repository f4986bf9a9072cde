package no.forfall.policy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import no.forfall.engine.TableAnswer;
import no.forfall.engine.TableRow;
import no.forfall.engine.Tables;
import no.forfall.law.LegalStep;
import no.forfall.law.SentLetter;
import no.forfall.receivables.BalanceChanged;
import no.forfall.receivables.Receivables;
import no.forfall.shared.CaseEvent;
import no.forfall.shared.FlowEvent;
import no.forfall.shared.OncePerTransaction;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/**
 * The terms of a letter: the answer of the table {@value #TABLE}, changed by what was agreed for the invoice or the
 * customer. The table gets the facts of {@link RoutingFacts} and {@code letter}; it answers {@code tone}, and may answer
 * {@code daysToPay}, {@code chargeFee} and {@code channel}. Firm words come only after friendlier ones: whatever the table says, the tone is
 * {@link Tone#NEUTRAL} at most until a letter that asked for payment after the due date has had its time.
 */
@Service
public class LetterPolicy {

    public static final String TABLE = "letter-policy";

    /** The time of a letter that set no deadline. */
    private static final int PATIENCE_DAYS = 7;

    private final Tables tables;
    private final RoutingFacts routing;
    private final Overrides overrides;
    private final Receivables receivables;
    private final OncePerTransaction<Asked, LetterTerms> known = new OncePerTransaction<>();

    LetterPolicy(Tables tables, RoutingFacts routing, Overrides overrides, Receivables receivables) {
        this.tables = tables;
        this.routing = routing;
        this.overrides = overrides;
        this.receivables = receivables;
    }

    /**
     * @param letter the kind of letter, by the name that the table uses
     * @param sent the letters that were sent for the invoice and reached the debtor
     * @param today the day in the creditor's country
     */
    public LetterTerms terms(String letter, long invoiceId, List<SentLetter> sent, LocalDate today) {
        return known.of(new Asked(letter, invoiceId, today), () -> ask(letter, invoiceId, sent, today));
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

    private LetterTerms ask(String letter, long invoiceId, List<SentLetter> sent, LocalDate today) {
        Map<String, Object> facts = new HashMap<>(routing.of(invoiceId, today));
        facts.put("letter", letter);
        TableAnswer answer = tables.ask(TABLE, facts);
        Optional<PolicyOverride> noFee = overrides.holding(OverrideKind.NO_FEE, invoiceId, today);
        Optional<PolicyOverride> moreDays = overrides.holding(OverrideKind.MORE_DAYS, invoiceId, today);
        boolean fee = !Boolean.FALSE.equals(answer.outputs().get("chargeFee"));
        Tone tone = Tone.valueOf(String.valueOf(answer.outputs().getOrDefault("tone", Tone.NEUTRAL)));
        boolean softened = tone == Tone.FIRM && !hadTime(invoiceId, sent, today);
        return new LetterTerms(
                softened ? Tone.NEUTRAL : tone,
                number(answer.outputs().get("daysToPay")),
                moreDays.map(PolicyOverride::days).orElse(0),
                fee && noFee.isEmpty(),
                way(answer.outputs().get("channel")),
                basis(answer, Stream.concat(noFee.stream().filter(override -> fee), moreDays.stream()), softened));
    }

    /** Whether the debtor was asked to pay after the due date, and the time for that has passed. */
    private boolean hadTime(long invoiceId, List<SentLetter> sent, LocalDate today) {
        LocalDate due = receivables.invoice(invoiceId).dueOn();
        return sent.stream()
                .filter(letter ->
                        letter.step() != LegalStep.PLAN && letter.sentOn().isAfter(due))
                .map(letter -> letter.deadline() == null ? letter.sentOn().plusDays(PATIENCE_DAYS) : letter.deadline())
                .anyMatch(today::isAfter);
    }

    private static @Nullable Integer number(@Nullable Object value) {
        return value instanceof Number number ? number.intValue() : null;
    }

    private static @Nullable LetterWay way(@Nullable Object value) {
        return value == null || value.toString().isBlank() ? null : LetterWay.valueOf(value.toString());
    }

    private static LetterTerms.Basis basis(TableAnswer answer, Stream<PolicyOverride> changing, boolean softened) {
        List<LetterTerms.Agreed> agreed = changing.map(override ->
                        new LetterTerms.Agreed(override.kind(), override.wholeCustomer(), override.reason()))
                .toList();
        TableRow row = answer.rows().stream().findFirst().orElse(new TableRow(0, ""));
        return new LetterTerms.Basis(answer.table(), answer.version(), row.number(), row.note(), agreed, softened);
    }
}
