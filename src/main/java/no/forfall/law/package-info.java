/**
 * What a creditor in Norway or Sweden may do, when, and what it may cost the debtor. Pure functions on plain values: no
 * database, no framework, no clock of its own; every question carries its date.
 *
 * <p>Three doors lead in. {@link no.forfall.law.Law} answers whether a {@link no.forfall.law.LegalStep} may happen to a
 * case ({@link no.forfall.law.CaseFacts}) on a date, as a {@link no.forfall.law.Verdict} that names its rule and
 * paragraph; it also gives deadlines, fees and limitation. {@link no.forfall.law.Rates} holds the dated rates and refuses
 * to guess a missing one. {@link no.forfall.law.Interest} counts late interest. Behind the doors stand dated packs of
 * rules, chosen by the date of the letter: a change of law is a new pack and a line in {@code packs.csv}.
 */
@NullMarked
@ApplicationModule(
        displayName = "Law",
        allowedDependencies = {"shared"})
package no.forfall.law;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
