package no.forfall.intake.reading;

import org.jspecify.annotations.Nullable;

/**
 * How a CSV file is written.
 *
 * @param encoding null: UTF-8 where the bytes are that, else ISO-8859-1
 * @param header whether the first line names the columns; else they are called {@code #1}, {@code #2} and so on
 * @param decimal the sign before the decimals, comma or point
 */
public record CsvShape(@Nullable Encoding encoding, char separator, boolean header, char decimal, DateFormat dates) {}
