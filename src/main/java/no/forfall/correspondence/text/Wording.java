package no.forfall.correspondence.text;

import java.util.List;

/** A template with its fields filled in; tables are marks still. */
record Wording(String subject, List<String> paragraphs) {}
