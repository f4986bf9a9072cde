/** What a designer can type is hostile input: the gate, the closed expression language, and no script engine. */
@NullMarked
package no.forfall.engine.closing;

import org.jspecify.annotations.NullMarked;
