package no.forfall.correspondence.text;

import java.util.ArrayList;
import java.util.List;
import no.forfall.correspondence.text.Matter.OpenItem;
import no.forfall.receivables.Balance;
import org.joda.money.Money;

/** The table of all that is open: an invoice a line, with what was added to it apart. Currencies are not added up. */
final class StatementRows {

    private StatementRows() {}

    static Table of(Draft draft, Formats formats) {
        List<OpenItem> open = draft.matter().open();
        long currencies =
                open.stream().map(item -> item.invoice().currency()).distinct().count();
        Row total = currencies == 1
                ? new Row(
                        formats.label("statement.total"),
                        formats.money(
                                Money.total(open.stream().map(OpenItem::total).toList())))
                : null;
        return new Table(
                formats.label("statement.caption", formats.date(draft.dated())),
                open.stream().map(item -> row(item, formats)).toList(),
                total);
    }

    private static Row row(OpenItem item, Formats formats) {
        List<String> notes = new ArrayList<>();
        Balance balance = item.balance();
        if (!item.total().isEqual(balance.principal())) {
            notes.add(formats.label("statement.principal", formats.money(balance.principal())));
            add(notes, formats, "claim.interest", balance.interest());
            add(notes, formats, "statement.fee", balance.fee());
            add(notes, formats, "claim.compensation", balance.compensation());
            add(notes, formats, "claim.costs", balance.costs());
        }
        String reference = item.invoice().paymentReference();
        if (reference != null) {
            notes.add(formats.label("pay.reference." + item.invoice().creditor().country()) + " " + reference);
        }
        return new Row(
                formats.label(
                        "statement.invoice",
                        item.invoice().number(),
                        formats.date(item.invoice().dueOn())),
                formats.money(item.total()),
                notes);
    }

    private static void add(List<String> notes, Formats formats, String label, Money amount) {
        if (!amount.isZero()) {
            notes.add(formats.label(label) + ": " + formats.money(amount));
        }
    }
}
