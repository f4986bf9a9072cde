package no.forfall.correspondence.text;

import java.util.List;

/**
 * A line of a table in a letter.
 *
 * @param notes small lines below the label that explain the value; mostly none
 */
record Row(String label, String value, List<String> notes) {

    Row(String label, String value) {
        this(label, value, List.of());
    }
}
