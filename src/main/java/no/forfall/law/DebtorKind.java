package no.forfall.law;

/** Who owes. A business without an organisation number is to be treated as {@link #PRIVATE}. */
public enum DebtorKind {
    PRIVATE,
    BUSINESS,
    PUBLIC
}
