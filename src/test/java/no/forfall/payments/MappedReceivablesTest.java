package no.forfall.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import no.forfall.ForfallTest;
import no.forfall.House;
import no.forfall.SharedData;
import no.forfall.intake.ImportReport;
import no.forfall.intake.Importer;
import no.forfall.intake.Imports;
import no.forfall.intake.IncomingFile;
import no.forfall.intake.reading.CsvMapping;
import no.forfall.intake.reading.CsvShape;
import no.forfall.intake.reading.DateFormat;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A file that another program wrote for other ends: its columns tell of invoices, and of their payments. */
@ForfallTest
class MappedReceivablesTest {

    private static final CsvShape AMERICAN = new CsvShape(null, ',', true, '.', DateFormat.AMERICAN);

    private static final CsvMapping INVOICES = new CsvMapping(
            "Receivables",
            AMERICAN,
            List.of(),
            Map.of(
                    "invoice", "invoiceNumber",
                    "reference", "invoiceNumber",
                    "issued", "InvoiceDate",
                    "due", "DueDate",
                    "amount", "InvoiceAmount",
                    "customer", "customerID",
                    "name", "customerID",
                    "description", "Disputed"),
            Map.of(
                    "currency", "NOK",
                    "creditor_org", "984661185",
                    "creditor_name", "Mottaker AS",
                    "creditor_country", "NO",
                    "account", "86011117947"));

    private static final CsvMapping PAYMENTS = new CsvMapping(
            "Settlements",
            AMERICAN,
            List.of(),
            Map.of("booked", "SettledDate", "amount", "InvoiceAmount", "reference", "invoiceNumber"),
            Map.of("currency", "NOK", "account", "86011117947"));

    @Autowired
    Imports imports;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    House house;

    @Test
    void everyInvoiceIsTakenAsDisputedAndPaidAsLateAsTheFileSays() throws Exception {
        Path path = SharedData.require("receivables/ibm-accounts-receivable-2466.csv");
        house.itIs("2026-03-02");
        IncomingFile file = IncomingFile.at(path, "test");

        ImportReport invoices = imports.receive(Importer.INVOICES, file.with(INVOICES), null);
        assertThat(invoices.accepted()).isEqualTo(2_466);
        assertThat(invoices.refused()).isZero();
        assertThat(count("select count(distinct i.debtor_id)")).isEqualTo(100);
        assertThat(count("select count(distinct i.id) filter (where i.description = 'Yes')"))
                .isEqualTo(561);

        ImportReport payments = imports.receive(Importer.PAYMENTS, file.with(PAYMENTS), null);
        assertThat(payments.money().posted()).isEqualTo(2_466);
        assertThat(payments.refused()).isZero();
        assertThat(count("select count(*) filter (where l.booked_on > i.due_on)"))
                .isEqualTo(877);
    }

    private long count(String what) {
        return jdbc.sql(what + " from app.invoice i join app.creditor c on c.id = i.creditor_id"
                        + " left join app.ledger_line l on l.invoice_id = i.id and l.kind = 'PAYMENT'"
                        + " where c.organisation_number = '984661185'")
                .query(Long.class)
                .single();
    }
}
