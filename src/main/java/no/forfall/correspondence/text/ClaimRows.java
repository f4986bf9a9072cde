package no.forfall.correspondence.text;

import java.util.ArrayList;
import java.util.List;
import no.forfall.law.InterestSegment;
import org.joda.money.Money;

/** The table of the claim: the principal, each addition on a line of its own, interest with its working. */
final class ClaimRows {

    private ClaimRows() {}

    static Table of(Draft draft, Formats formats) {
        return new Table(
                formats.label("claim.caption"),
                rows(draft, formats),
                new Row(
                        formats.label("claim.total"),
                        formats.money(draft.demand().total())));
    }

    private static List<Row> rows(Draft draft, Formats formats) {
        Demand demand = draft.demand();
        List<Row> rows = new ArrayList<>();
        rows.add(new Row(
                formats.label(
                        "claim.invoice",
                        draft.invoice().number(),
                        formats.date(draft.invoice().issuedOn())),
                formats.money(demand.invoiced())));
        List<String> left = List.of(formats.label("claim.principal", formats.money(demand.principal())));
        boolean disputed = demand.disputed().isPositive();
        if (!demand.reduced().isZero()) {
            rows.add(new Row(
                    formats.label("claim.reduced"),
                    formats.money(demand.reduced().negated()),
                    disputed ? List.of() : left));
        }
        if (disputed) {
            rows.add(new Row(
                    formats.label("claim.disputed"),
                    formats.money(demand.disputed().negated()),
                    left));
        }
        if (demand.interest().isPositive()) {
            rows.add(new Row(
                    formats.label("claim.interest"), formats.money(demand.interest()), working(demand, formats)));
        }
        add(rows, formats, "claim.earlierFee", demand.earlierFee());
        add(rows, formats, "claim.newFee", demand.newFee());
        if (demand.newCompensation().isPositive()) {
            rows.add(compensation(draft, formats));
        } else {
            add(rows, formats, "claim.compensation", demand.compensation());
        }
        add(rows, formats, "claim.costs", demand.costs());
        return rows;
    }

    /** Names the statute, and why it is less than the whole. */
    private static Row compensation(Draft draft, Formats formats) {
        Demand demand = draft.demand();
        List<String> notes = new ArrayList<>();
        notes.add(formats.label(
                "claim.compensation." + draft.invoice().creditor().country(), formats.money(demand.newCompensation())));
        if (demand.offset().isPositive()) {
            notes.add(formats.label("claim.compensation.offset", formats.money(demand.offset())));
        }
        return new Row(formats.label("claim.compensation"), formats.money(demand.compensation()), notes);
    }

    private static void add(List<Row> rows, Formats formats, String label, Money amount) {
        if (!amount.isZero()) {
            rows.add(new Row(formats.label(label), formats.money(amount)));
        }
    }

    /** Rate, principal, first and last day and days of every stretch: inkassoloven § 10, inkassolagen § 5. */
    private static List<String> working(Demand demand, Formats formats) {
        List<String> notes = new ArrayList<>();
        for (InterestSegment segment : demand.statement().segments()) {
            notes.add(formats.label(
                    "claim.segment",
                    formats.percent(segment.percent()),
                    formats.money(segment.principal()),
                    formats.shortDate(segment.from()),
                    formats.shortDate(segment.to()),
                    segment.days(),
                    formats.money(segment.amount())));
        }
        if (!notes.isEmpty() && !demand.interestSettled().isZero()) {
            notes.add(formats.label("claim.interestSettled", formats.money(demand.interestSettled())));
        }
        return notes;
    }
}
