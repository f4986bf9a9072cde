/**
 * Measures the product against its peers on one PostgreSQL. {@link no.forfall.bench.Bench} runs the rounds, every side in
 * a JVM and a database of its own; {@link no.forfall.bench.Gauge} reads what a side costs, {@link no.forfall.bench.Report}
 * writes the tables. Not part of the product.
 */
@NullMarked
package no.forfall.bench;

import org.jspecify.annotations.NullMarked;
