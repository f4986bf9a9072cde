package no.forfall.correspondence.text;

import no.forfall.correspondence.LetterType;

/** Knows the texts of letters that were written here. */
interface WrittenHere {

    /** The newest version in force; 0 when none was published. */
    int newest(LetterType type, String language);

    String source(LetterType type, String language, int version);
}
