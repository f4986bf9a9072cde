package no.forfall.casefile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import no.forfall.law.InterestSegment;
import no.forfall.law.InterestStatement;
import no.forfall.receivables.Balance;
import no.forfall.receivables.Ledger;
import no.forfall.receivables.LedgerLine;
import no.forfall.receivables.LineKind;
import no.forfall.receivables.Part;
import no.forfall.receivables.Receivables;
import no.forfall.ui.Formats;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Late interest as a debtor would read it: one sentence for each stretch of days with one principal and one rate, and why
 * the next one begins. Simple interest on the principal, actual days over 365 ({@link no.forfall.law.Interest}).
 */
@Component
class InterestScreen {

    private final Receivables receivables;
    private final Formats formats;
    private final MessageSource messages;

    InterestScreen(Receivables receivables, Formats formats, MessageSource messages) {
        this.receivables = receivables;
        this.formats = formats;
        this.messages = messages;
    }

    /**
     * @param part what of the principal is disputed, on which no interest is asked for meanwhile; null when nothing is
     * @return null when no interest has run
     */
    CaseView.@Nullable InterestWork of(long invoiceId, @Nullable Money part, LocalDate today, Locale language) {
        InterestStatement all = receivables.interestOf(invoiceId, today);
        InterestStatement run = part == null ? all : receivables.interestOf(invoiceId, part, today);
        List<InterestSegment> segments = run.segments();
        if (segments.isEmpty()) {
            return null;
        }
        List<LedgerLine> lines = receivables.ledger(invoiceId);
        List<CaseView.Stretch> stretches = new ArrayList<>();
        for (int i = 0; i < segments.size(); i++) {
            InterestSegment before = i == 0 ? null : segments.get(i - 1);
            stretches.add(new CaseView.Stretch(
                    sentence(segments.get(i), language), why(before, segments.get(i), lines, language)));
        }
        Balance balance = part == null
                ? receivables.balanceOf(invoiceId, today)
                : receivables.undisputedOf(invoiceId, part, today);
        Ledger ledger = receivables.reckoning(invoiceId);
        Money demanded = ledger.charged(Part.INTEREST)
                .minus(ledger.sum(Part.INTEREST, LineKind.WAIVER, LineKind.CREDIT, LineKind.WRITE_OFF));
        return new CaseView.InterestWork(
                segments.get(0).from(),
                balance.interestThrough(),
                !balance.interestThrough().isBefore(today),
                stretches,
                run.total(),
                demanded,
                balance.accruedInterest(),
                part == null && demanded.isGreaterThan(run.total()) ? demanded.minus(run.total()) : null,
                part == null ? null : all.total().minus(run.total()));
    }

    private String sentence(InterestSegment segment, Locale language) {
        return text(
                segment.days() == 1 ? "cases.interest.day" : "cases.interest.stretch",
                language,
                segment.from().getYear() == segment.to().getYear()
                        ? formats.dayAndMonth(segment.from())
                        : formats.fullDate(segment.from()),
                formats.fullDate(segment.to()),
                formats.days(segment.days()),
                formats.rate(segment.percent()),
                formats.figures(segment.principal()),
                formats.figures(segment.amount()));
    }

    private String why(
            @Nullable InterestSegment before, InterestSegment segment, List<LedgerLine> lines, Locale language) {
        if (before == null) {
            return text("cases.interest.why.due", language);
        }
        List<String> reasons = new ArrayList<>();
        if (before.percent().compareTo(segment.percent()) != 0) {
            reasons.add(text("cases.interest.why.rate", language, formats.rate(segment.percent())));
        }
        LocalDate eve = segment.from().minusDays(1);
        lines.stream()
                .filter(line -> line.part() == Part.PRINCIPAL
                        && line.kind() != LineKind.CHARGE
                        && !line.bookedOn().isBefore(before.to())
                        && !line.bookedOn().isAfter(eve))
                .map(line -> text(
                        "cases.interest.why." + line.kind(),
                        language,
                        formats.amount(line.amount()),
                        formats.fullDate(line.bookedOn())))
                .forEach(reasons::add);
        return reasons.stream().collect(Collectors.joining(" "));
    }

    private String text(String key, Locale language, Object... arguments) {
        return messages.getMessage(key, arguments, language);
    }
}
