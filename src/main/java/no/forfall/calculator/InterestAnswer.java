package no.forfall.calculator;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import no.forfall.law.InterestStatement;
import org.joda.money.Money;

/**
 * Late interest with its working.
 *
 * @param total the sum of the segments
 * @param segments in order of time; empty when no interest has run
 */
public record InterestAnswer(@PlainAmount Money total, List<Segment> segments) {

    /**
     * A stretch of days with one principal and one rate.
     *
     * @param from the first day that bears interest
     * @param to the last day that bears interest
     * @param rate percent a year
     * @param base the principal that bears it
     */
    @Schema(name = "InterestLine")
    public record Segment(
            LocalDate from,
            LocalDate to,
            long days,
            BigDecimal rate,
            @PlainAmount Money base,
            @PlainAmount Money amount) {}

    /** The currency of every amount in the answer. */
    @JsonProperty
    public String currency() {
        return total.getCurrencyUnit().getCode();
    }

    static InterestAnswer of(InterestStatement statement) {
        return new InterestAnswer(
                statement.total(),
                statement.segments().stream()
                        .map(segment -> new Segment(
                                segment.from(),
                                segment.to(),
                                segment.days(),
                                segment.percent(),
                                segment.principal(),
                                segment.amount()))
                        .toList());
    }
}
