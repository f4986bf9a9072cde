package no.forfall.payments.reading;

import java.util.List;
import no.forfall.intake.IncomingFile;

/**
 * Swedish BgMax: payments to a bankgiro number, in records of eighty characters. Layout by Bankgirot's manual for Bankgiro
 * Inbetalningar.
 */
final class BgMax implements PaymentFormat {

    @Override
    public boolean recognises(Head head) {
        return head.text().startsWith("01BGMAX");
    }

    /** Day and number of a deposit stand behind its payments; the first reading brings them for the second. */
    @Override
    public CheckedFile check(IncomingFile file) {
        List<BgMaxDeposit> deposits = read(file, new BgMaxFile());
        return sink -> read(file, new BgMaxFile(deposits, sink));
    }

    private static List<BgMaxDeposit> read(IncomingFile file, BgMaxFile content) {
        FixedRecords.forEach(file, content::take);
        return content.end();
    }
}
