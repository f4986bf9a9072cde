package no.forfall.demo;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import no.forfall.intake.Imports;
import no.forfall.law.DebtorKind;
import no.forfall.receivables.Address;
import no.forfall.references.CheckDigit;
import org.joda.money.Money;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Writes the invoice and bank files of a day and brings them in as any creditor would. */
@Component
@Profile("demo")
class DemoFiles {

    private static final String SENDER = "forfall";

    private static final List<String> INVOICE_COLUMNS = List.of(
            "creditor_org",
            "creditor_name",
            "creditor_country",
            "creditor_email",
            "creditor_phone",
            "creditor_street",
            "creditor_postal_code",
            "creditor_city",
            "invoice",
            "issued",
            "due",
            "currency",
            "amount",
            "reference",
            "account",
            "description",
            "customer",
            "name",
            "kind",
            "email",
            "phone",
            "street",
            "postal_code",
            "city",
            "country",
            "relation",
            "fee_agreed");

    private final Imports imports;

    DemoFiles(Imports imports) {
        this.imports = imports;
    }

    /** The KID or OCR number of an invoice: customer, invoice and a check digit. */
    static String reference(PlannedInvoice invoice) {
        String body = "%04d%s".formatted(1000 + invoice.debtor(), invoice.number());
        return body + CheckDigit.MOD10.of(body);
    }

    void send(LocalDate day, List<PlannedInvoice> invoices) {
        String lines = invoices.stream().map(DemoFiles::line).collect(Collectors.joining("\n"));
        receive("invoices", "invoices-" + day + ".csv", String.join(";", INVOICE_COLUMNS) + "\n" + lines + "\n");
    }

    void pay(LocalDate day, List<Payment> payments) {
        String lines = payments.stream()
                .map(payment -> String.join(
                        ";",
                        "B" + payment.invoice().number() + "-" + day,
                        day.toString(),
                        payment.amount().getAmount().toPlainString(),
                        payment.amount().getCurrencyUnit().getCode(),
                        reference(payment.invoice()),
                        payment.invoice()
                                .creditor()
                                .debtorName(payment.invoice().debtor())))
                .collect(Collectors.joining("\n"));
        receive("payments", "bank-" + day + ".csv", "id;booked;amount;currency;reference;payer\n" + lines + "\n");
    }

    void stray(LocalDate day, List<String> lines) {
        receive(
                "payments",
                "bank-" + day + "-2.csv",
                "id;booked;amount;currency;reference;payer;text\n" + String.join("\n", lines) + "\n");
    }

    record Payment(PlannedInvoice invoice, Money amount) {}

    private void receive(String kind, String name, String text) {
        imports.receive(kind, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), name, SENDER);
    }

    private static String line(PlannedInvoice invoice) {
        DemoCreditor creditor = invoice.creditor();
        DebtorKind kind = creditor.debtorKind(invoice.debtor());
        Address address = creditor.debtorAddress(invoice.debtor());
        return String.join(
                ";",
                creditor.organisationNumber,
                creditor.legalName,
                creditor.country.name(),
                creditor.email,
                creditor.phone,
                String.valueOf(creditor.address.street()),
                String.valueOf(creditor.address.postalCode()),
                String.valueOf(creditor.address.city()),
                invoice.number(),
                invoice.issuedOn().toString(),
                invoice.dueOn().toString(),
                invoice.amount().getCurrencyUnit().getCode(),
                invoice.amount().getAmount().toPlainString(),
                reference(invoice),
                creditor.account,
                invoice.description(),
                String.valueOf(1000 + invoice.debtor()),
                creditor.debtorName(invoice.debtor()),
                kind.name().toLowerCase(Locale.ROOT),
                mail(creditor.debtorName(invoice.debtor())),
                creditor.debtorPhone(invoice.debtor()),
                String.valueOf(address.street()),
                String.valueOf(address.postalCode()),
                String.valueOf(address.city()),
                creditor.country.name(),
                creditor.relation(invoice.debtor()),
                String.valueOf(invoice.feeAgreed()));
    }

    private static String mail(String name) {
        String plain = name.toLowerCase(Locale.ROOT)
                .replace("å", "a")
                .replace("ä", "a")
                .replace("æ", "ae")
                .replace("ø", "o")
                .replace("ö", "o")
                .replaceAll("[^a-z0-9]+", ".");
        return "post@" + plain.replaceAll("\\.$", "").replace(".", "-") + ".example";
    }
}
