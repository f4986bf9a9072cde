package no.forfall.law;

import java.util.List;
import org.joda.money.Money;

/**
 * Late interest with its working, as a letter must show it.
 *
 * @param segments in order of time; empty when no interest has run
 * @param total the sum of the segments' amounts
 */
public record InterestStatement(List<InterestSegment> segments, Money total) {

    public InterestStatement {
        segments = List.copyOf(segments);
    }
}
