package no.forfall.calculator;

import no.forfall.law.DebtorKind;

/** Who owes, in the words of people. */
public enum DebtorType {
    PERSON(DebtorKind.PRIVATE),
    COMPANY(DebtorKind.BUSINESS),
    PUBLIC(DebtorKind.PUBLIC);

    private final DebtorKind kind;

    DebtorType(DebtorKind kind) {
        this.kind = kind;
    }

    DebtorKind kind() {
        return kind;
    }
}
