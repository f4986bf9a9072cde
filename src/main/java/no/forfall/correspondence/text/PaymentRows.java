package no.forfall.correspondence.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import no.forfall.cases.EvidenceContributor.Arrangement;
import no.forfall.receivables.Invoice;
import no.forfall.shared.Country;

/** How to pay: where to, with which reference, how much and by when. */
final class PaymentRows {

    private static final Pattern BANKGIRO = Pattern.compile("\\d{3,4}-?\\d{4}");
    private static final Pattern NORWEGIAN_ACCOUNT = Pattern.compile("(\\d{4})(\\d{2})(\\d{5})");
    private static final Pattern IBAN = Pattern.compile("[A-Z]{2}\\d{2}[A-Z0-9 ]{10,}");

    private PaymentRows() {}

    static Table of(Draft draft, Formats formats) {
        return new Table(formats.label("pay.caption"), rows(draft, formats), null);
    }

    private static List<Row> rows(Draft draft, Formats formats) {
        Invoice invoice = draft.invoice();
        List<Row> rows = new ArrayList<>();
        rows.add(account(invoice, formats));
        rows.add(
                invoice.paymentReference() == null
                        ? new Row(formats.label("pay.mark"), invoice.number())
                        : new Row(
                                formats.label(
                                        "pay.reference." + invoice.creditor().country()),
                                invoice.paymentReference()));
        Arrangement.Instalment agreed = draft.matter().nextOn(draft.dated());
        rows.add(agreed == null ? by(draft, formats) : new Row(formats.label("pay.by"), formats.date(agreed.dueOn())));
        rows.add(new Row(
                formats.label("pay.amount"),
                formats.money(agreed == null ? draft.demand().total() : agreed.amount())));
        return rows;
    }

    private static Row by(Draft draft, Formats formats) {
        return draft.deadline() == null
                ? new Row(
                        formats.label(draft.dated().isAfter(draft.payableOn()) ? "pay.due" : "pay.by"),
                        formats.date(draft.invoice().dueOn()))
                : new Row(formats.label("pay.by"), formats.date(draft.deadline()));
    }

    private static Row account(Invoice invoice, Formats formats) {
        String account = invoice.account();
        if (account == null) {
            return new Row(formats.label("pay.account"), formats.label("pay.accountOnInvoice"));
        }
        if (invoice.creditor().country() == Country.SE
                && BANKGIRO.matcher(account).matches()) {
            return new Row(formats.label("pay.bankgiro"), account);
        }
        String label = IBAN.matcher(account).matches() ? "pay.iban" : "pay.account";
        return new Row(formats.label(label), NORWEGIAN_ACCOUNT.matcher(account).replaceFirst("$1\u00a0$2\u00a0$3"));
    }
}
