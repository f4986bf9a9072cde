package no.forfall.correspondence.text;

import java.util.List;

/** A template with its fields filled in. */
record Wording(String subject, List<Block> blocks) {}
