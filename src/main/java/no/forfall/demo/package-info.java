/**
 * A first run with something worth looking at: two creditors, two hundred invoices in all stages, a mailbox instead of a
 * mail server, and a time machine. Exists in the demo profile only and may call every room.
 */
@NullMarked
@ApplicationModule(displayName = "Demo")
package no.forfall.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
