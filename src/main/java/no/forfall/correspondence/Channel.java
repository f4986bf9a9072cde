package no.forfall.correspondence;

/** How a letter leaves. */
public enum Channel {
    /** As mail with the letter attached. */
    EMAIL,
    /** As a file that is printed and posted. */
    PRINT,
    /** As a text message to a mobile telephone; friendly letters only. */
    SMS
}
