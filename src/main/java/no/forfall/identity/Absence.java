package no.forfall.identity;

import java.time.LocalDate;

/**
 * That somebody is away.
 *
 * @param person user name of whoever is away
 * @param firstDay the first and {@code lastDay} the last day, both included; days in Oslo, which are those in Stockholm too
 * @param cover user name of whoever does the work meanwhile
 * @param madeBy user name of whoever said so
 */
public record Absence(long id, String person, LocalDate firstDay, LocalDate lastDay, String cover, String madeBy) {}
