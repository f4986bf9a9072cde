package no.forfall.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * NO-R11: the letters whose fees still count on a date. The count begins anew when more than six months have passed since
 * the last letter with a fee. The careful reading: two fees with the last on 1 February bar a third through 1 August.
 * Source: inkassoforskriften § 1-3.
 */
record FeeLetters(List<SentLetter> counting) {

    private static final int MONTHS = 6;

    static FeeLetters countingOn(LocalDate date, List<SentLetter> letters) {
        var counting = new ArrayList<SentLetter>();
        for (var letter : letters) {
            if (letter.withFee()) {
                dropWhenOldOn(letter.sentOn(), counting);
                counting.add(letter);
            }
        }
        dropWhenOldOn(date, counting);
        return new FeeLetters(List.copyOf(counting));
    }

    boolean isEmpty() {
        return counting.isEmpty();
    }

    int count() {
        return counting.size();
    }

    SentLetter last() {
        return counting.get(counting.size() - 1);
    }

    /** The first day on which none of these letters counts any more. */
    LocalDate resetOn() {
        return resetAfter(last());
    }

    private static void dropWhenOldOn(LocalDate date, List<SentLetter> counting) {
        if (!counting.isEmpty() && !date.isBefore(resetAfter(counting.get(counting.size() - 1)))) {
            counting.clear();
        }
    }

    private static LocalDate resetAfter(SentLetter last) {
        return last.sentOn().plusMonths(MONTHS).plusDays(1);
    }
}
