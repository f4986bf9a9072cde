package no.forfall.correspondence;

/** How a letter leaves. */
public enum Channel {
    /** As mail with the letter attached. */
    EMAIL,
    /** As a file in the folder from which letters are printed and posted. */
    PRINT
}
