package no.forfall.payments.reading;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.forfall.intake.FileRefused;
import no.forfall.intake.reading.XmlStream;
import no.forfall.references.NorwegianNumbers;
import org.jspecify.annotations.Nullable;

/** What a file says of one account: its entries, and how many and how much they should be. */
final class CamtStatement {

    /** A number of entries and their sum in major units; null where the bank gives none. */
    private record Total(@Nullable Long count, @Nullable BigDecimal sum) {}

    private static final class Counted {

        private long count;
        private BigDecimal sum = BigDecimal.ZERO;

        void add(BigDecimal amount) {
            count++;
            sum = sum.add(amount);
        }
    }

    private final XmlStream xml;
    private final String path;
    private final PaymentSink sink;
    private final CamtPassedOver passedOver;
    private final Map<String, Total> totals = new HashMap<>();
    private final Map<String, Counted> all = new HashMap<>();
    private final Map<String, Counted> booked = new HashMap<>();
    private @Nullable String account;
    private @Nullable LocalDate through;
    private int entries;

    CamtStatement(XmlStream xml, String path, PaymentSink sink, CamtPassedOver passedOver) {
        this.xml = xml;
        this.path = path;
        this.sink = sink;
        this.passedOver = passedOver;
    }

    void read() {
        xml.children(part -> {
            switch (part) {
                case "Acct" ->
                    xml.children(each -> {
                        if (each.equals("Id")) {
                            account = account();
                        }
                    });
                case "CreDtTm" -> through = CamtValues.date(xml);
                case "FrToDt" ->
                    xml.children(each -> {
                        if (each.equals("ToDtTm") || each.equals("ToDt")) {
                            through = CamtValues.date(xml);
                        }
                    });
                case "TxsSummry" -> xml.children(total -> totals.put(total, total()));
                case "Ntry" -> entry();
                default -> {
                    // balances and the bank's own remarks are no payments
                }
            }
        });
        if (account != null && through != null) {
            sink.covers(account, through);
        }
        for (String total : List.of("TtlNtries", "TtlCdtNtries", "TtlDbtNtries")) {
            if (totals.containsKey(total)) {
                refuseOther(total, totals.get(total));
            }
        }
    }

    /** As an account number; a Norwegian IBAN is one in disguise, and banks mix them between their files. */
    private String account() {
        String[] account = {""};
        xml.children(kind -> {
            if (kind.equals("IBAN")) {
                account[0] = xml.text();
            } else if (kind.equals("Othr")) {
                xml.children(each -> account[0] = each.equals("Id") ? xml.text() : account[0]);
            }
        });
        if (account[0].isEmpty() || account[0].length() > BankLine.LONGEST_ACCOUNT) {
            throw FileRefused.because("intake.camt.missing", "Acct/Id", xml.line());
        }
        return NorwegianNumbers.accountOf(account[0]);
    }

    private Total total() {
        Long[] count = {null};
        BigDecimal[] sum = {null};
        xml.children(each -> {
            switch (each) {
                case "NbOfNtries" -> count[0] = CamtValues.count(xml);
                case "Sum" -> sum[0] = CamtValues.sum(xml);
                default -> {
                    // the net sum follows from the others
                }
            }
        });
        return new Total(count[0], sum[0]);
    }

    private void entry() {
        if (account == null) {
            throw FileRefused.because("intake.camt.missing", "Acct/Id", xml.line());
        }
        CamtEntry entry = new CamtEntry(xml, path + "/Ntry[" + ++entries + "]", account, sink, passedOver);
        entry.read();
        count(all, entry);
        if (entry.isBooked()) {
            count(booked, entry);
        }
    }

    private static void count(Map<String, Counted> counted, CamtEntry entry) {
        String side = entry.isCredit() ? "TtlCdtNtries" : "TtlDbtNtries";
        counted.computeIfAbsent(side, key -> new Counted()).add(entry.amount().getAmount());
        counted.computeIfAbsent("TtlNtries", key -> new Counted())
                .add(entry.amount().getAmount());
    }

    /** Some banks count what is not booked yet, and some do not. */
    private void refuseOther(String name, Total told) {
        Counted counted = all.getOrDefault(name, new Counted());
        if (!isTold(told, counted) && !isTold(told, booked.getOrDefault(name, new Counted()))) {
            throw FileRefused.because("intake.camt.total", name, text(told), text(counted), path);
        }
    }

    private static boolean isTold(Total told, Counted counted) {
        return (told.count() == null || told.count() == counted.count)
                && (told.sum() == null || told.sum().compareTo(counted.sum) == 0);
    }

    private static String text(Total told) {
        return (told.count() == null ? "–" : told.count()) + " / "
                + (told.sum() == null ? "–" : told.sum().toPlainString());
    }

    private static String text(Counted counted) {
        return counted.count + " / " + counted.sum.toPlainString();
    }
}
