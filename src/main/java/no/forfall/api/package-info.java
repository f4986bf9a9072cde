/**
 * What every program interface under {@code /api} shares: how refusals are told (RFC 9457), how money is written, and
 * what happens when two touch the same case at once. It knows the refusals of the rooms below and therefore cannot lie
 * in {@code ui}, which knows nothing of cases; the desks beside it use it, and it uses none of them.
 */
@NullMarked
@ApplicationModule(
        displayName = "Program interface",
        allowedDependencies = {"shared", "cases", "engine", "outbox", "ui"})
package no.forfall.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
