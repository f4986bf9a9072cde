/**
 * The law for people and programs: counts late interest line by line, says whether a letter may be sent today and what it
 * may cost, shows every rule with its text, and lets two managers together add what the law has set since the product was
 * built. Nothing that is counted here is kept or changes a case.
 */
@NullMarked
@ApplicationModule(
        displayName = "Calculator",
        allowedDependencies = {"shared", "law", "lawbook", "identity", "api", "ui"})
package no.forfall.calculator;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
