/** Tools for importers: what a file is, lines of a CSV file, a guard before XML, amounts and dates as people write them. */
@NullMarked
@NamedInterface("reading")
package no.forfall.intake.reading;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
