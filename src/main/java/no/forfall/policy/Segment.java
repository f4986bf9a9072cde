package no.forfall.policy;

/** In which way a debtor pays late. The table {@value Segments#TABLE} decides it from a {@link Behaviour}. */
public enum Segment {

    /** Too little is known. */
    NEW,

    /** Pays as soon as somebody says a friendly word. */
    FORGOT,

    /** Wants to pay, but cannot now, or pays others first. */
    CANNOT_NOW,

    /** Pays when forced. */
    WILL_NOT
}
