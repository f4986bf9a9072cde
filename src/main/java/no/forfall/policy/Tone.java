package no.forfall.policy;

/** How a letter speaks, from the kindest to the plainest. None of them threatens. */
public enum Tone {
    FRIENDLY,
    NEUTRAL,
    FIRM
}
