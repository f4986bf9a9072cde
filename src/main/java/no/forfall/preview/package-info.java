/**
 * What a change of law would do: which open cases could be reminded, noticed or handed over otherwise on a day, under other
 * rules, review dates or rates than those that stand. Only asks; nothing is kept or sent. A desk for managers that calls the
 * core and the law below.
 */
@NullMarked
@ApplicationModule(
        displayName = "Law preview",
        allowedDependencies = {"shared", "law", "receivables", "cases", "api", "ui"})
package no.forfall.preview;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
