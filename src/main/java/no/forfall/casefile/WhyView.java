package no.forfall.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Why a case stands where it stands, what the law says of it today, and where its amounts come from, in the reader's
 * language.
 *
 * @param decisions what decision tables decided on the case, newest first
 * @param law what the law says today, kind of step by kind of step
 * @param charges every fee, and every letter that might have had one
 * @param overrides what holds today for the invoice or the customer
 */
public record WhyView(
        List<Step> steps,
        @Nullable Planned planned,
        List<Decision> decisions,
        List<Law> law,
        List<Charge> charges,
        List<Override> overrides) {

    /** @param edition the process and its version, such as "Overdue invoice, version 3" */
    public record Step(
            String name, String edition, @Nullable Instant since) {}

    public record Planned(
            String name,
            @Nullable Instant at,
            @Nullable String reason,
            @Nullable String rule) {}

    /** @param note what the designer wrote beside the row; null when nothing */
    public record Decision(
            Instant at,
            String table,
            int version,
            String row,
            @Nullable String note,
            List<Fact> inputs,
            List<Fact> outputs,
            String href) {}

    public record Fact(String name, String value) {}

    /**
     * @param tone kept, risk or breach
     * @param from the first lawful date; null when it may happen today or no date helps
     */
    public record Law(
            String step,
            String tone,
            String answer,
            @Nullable String reason,
            @Nullable String rule,
            @Nullable LocalDate from) {}

    /**
     * @param because the table row, agreement or rule of law that set fee and days
     */
    public record Charge(
            String letter,
            LocalDate dated,
            @Nullable LocalDate deadline,
            @Nullable Money fee,
            List<String> because) {}

    public record Override(UUID id, String what, String scope, String reason, String owner, LocalDate endsOn) {}
}
