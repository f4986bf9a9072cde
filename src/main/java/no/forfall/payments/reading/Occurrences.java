package no.forfall.payments.reading;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/** Counts the equal payments of one file. Keeps eight bytes of a digest for each, so that a file of a million is no burden. */
public final class Occurrences {

    private final Map<Long, Integer> seen = new HashMap<>();

    /** Which of its likes this one is, counted from one. */
    public int next(Mark mark) {
        if (mark.unique()) {
            return 1;
        }
        long like = ByteBuffer.wrap(Mark.sha256(mark.value() + mark.bankReference()))
                .getLong();
        return seen.merge(like, 1, Integer::sum);
    }
}
