package no.forfall.payments.reading;

import no.forfall.intake.FileRefused;
import no.forfall.intake.reading.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * The order of the records of an OCR giro file, and its totals. A transmission has assignments, an assignment has
 * transactions. Assignments of other services, such as mandates of AvtaleGiro, are counted and passed over.
 */
final class OcrGiroTransmission {

    private static final String OCR_GIRO = "09";
    private static final String TRANSMISSION_START = "10";
    private static final String ASSIGNMENT_START = "20";
    private static final String AMOUNT = "30";
    private static final String SOURCE = "31";
    private static final String TEXT = "32";
    private static final String ASSIGNMENT_END = "88";
    private static final String TRANSMISSION_END = "89";

    private enum At {
        START,
        BETWEEN,
        INSIDE,
        INSIDE_OTHER,
        END
    }

    private final PaymentSink sink;
    private final Totals all = new Totals();
    private Totals assignment = new Totals();
    private At at = At.START;
    private String account = "";
    private @Nullable OcrGiroPayment payment;
    private int others;

    OcrGiroTransmission(PaymentSink sink) {
        this.sink = sink;
    }

    /** Sums are of øre. Whether those of the file subtract what was taken back is not specified clearly; either is right. */
    private static final class Totals {

        private long transactions;
        private long records;
        private long net;
        private long gross;

        void add(OcrGiroPayment payment) {
            transactions++;
            net += payment.minor();
            gross += Math.abs(payment.minor());
        }

        void add(Totals part) {
            transactions += part.transactions;
            records += part.records;
            net += part.net;
            gross += part.gross;
        }
    }

    void take(FixedRecord record) {
        if (!record.at(1, 2).equals("NY")) {
            throw record.unexpected();
        }
        switch (at) {
            case START -> {
                expect(TRANSMISSION_START, record);
                all.records = 1;
                at = At.BETWEEN;
            }
            case BETWEEN -> between(record);
            case INSIDE -> inside(record);
            case INSIDE_OTHER -> insideOther(record);
            case END -> throw record.unexpected();
        }
    }

    private void between(FixedRecord record) {
        if (kind(record).equals(TRANSMISSION_END)) {
            all.records++;
            compare(record, all);
            at = At.END;
            return;
        }
        expect(ASSIGNMENT_START, record);
        assignment = new Totals();
        assignment.records = 1;
        boolean payments = record.at(3, 4).equals(OCR_GIRO);
        account = payments ? record.digits(25, 35) : "";
        others += payments ? 0 : 1;
        at = payments ? At.INSIDE : At.INSIDE_OTHER;
    }

    private void inside(FixedRecord record) {
        assignment.records++;
        switch (kind(record)) {
            case AMOUNT -> {
                give();
                payment = new OcrGiroPayment(record, account);
                assignment.add(payment);
            }
            case SOURCE -> current(record).source(record);
            case TEXT -> current(record).text(record);
            case ASSIGNMENT_END -> {
                give();
                compare(record, assignment);
                all.add(assignment);
                at = At.BETWEEN;
            }
            default -> throw record.unexpected();
        }
    }

    private void insideOther(FixedRecord record) {
        assignment.records++;
        if (kind(record).equals(ASSIGNMENT_END)) {
            assignment.transactions = record.number(9, 16);
            record.mustCount(Sentence.of("intake.fixed.records"), record.number(17, 24), assignment.records);
            all.add(assignment);
            at = At.BETWEEN;
        }
    }

    private OcrGiroPayment current(FixedRecord record) {
        if (payment == null || !payment.isContinuedBy(record)) {
            throw record.unexpected();
        }
        return payment;
    }

    private void give() {
        if (payment != null) {
            payment.give(sink);
        }
        payment = null;
    }

    private static void compare(FixedRecord record, Totals counted) {
        record.mustCount(Sentence.of("intake.fixed.transactions"), record.number(9, 16), counted.transactions);
        record.mustCount(Sentence.of("intake.fixed.records"), record.number(17, 24), counted.records);
        long sum = record.number(25, 41);
        if (sum != counted.gross) {
            record.mustSum(sum, counted.net);
        }
    }

    private static void expect(String kind, FixedRecord record) {
        if (!kind(record).equals(kind)) {
            throw record.unexpected();
        }
    }

    private static String kind(FixedRecord record) {
        return record.at(7, 8);
    }

    /** @throws FileRefused when the file broke off */
    void end() {
        if (at != At.END) {
            throw FileRefused.because("intake.fixed.cut", "NY000089");
        }
        if (others > 0) {
            sink.notice(Place.WHOLE_FILE.notice(null, Sentence.of("intake.ocr.others", others), null));
        }
    }
}
