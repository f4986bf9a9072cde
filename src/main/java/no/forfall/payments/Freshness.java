package no.forfall.payments;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import no.forfall.payments.reading.BankLine;
import org.jspecify.annotations.Nullable;

/** Gathers while a file is read for whom it is new, and through which day. */
final class Freshness {

    private final Map<Long, LocalDate> creditors = new HashMap<>();
    private final Map<String, LocalDate> accounts = new HashMap<>();

    void covers(String account, LocalDate through) {
        accounts.merge(account, through, Freshness::later);
    }

    void booked(@Nullable Long creditorId, BankLine line) {
        if (creditorId != null) {
            creditors.merge(creditorId, line.bookedOn(), Freshness::later);
        }
        if (line.account() != null) {
            covers(line.account(), line.bookedOn());
        }
    }

    void keep(BankData bankData) {
        bankData.received(creditors, accounts);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
