package no.forfall.casefile;

import java.util.List;

/** How long an invoice is overdue, in the classes of the ageing; the limits are days after the due date in force. */
public enum Age {
    notDue(-1_000_000, 0),
    d1(1, 14),
    d15(15, 30),
    d31(31, 60),
    d61(61, 90),
    d90(91, 1_000_000),
    overdue(1, 1_000_000);

    /** The classes that together hold every invoice once, youngest first. */
    public static final List<Age> CLASSES = List.of(notDue, d1, d15, d31, d61, d90);

    private final int from;
    private final int through;

    Age(int from, int through) {
        this.from = from;
        this.through = through;
    }

    public int from() {
        return from;
    }

    public int through() {
        return through;
    }
}
