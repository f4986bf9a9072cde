/**
 * Tells other systems what happens on cases: keeps a delivery for each event and subscriber in the transaction of the event,
 * signs it, sends it in the order of its case, repeats it until it is taken, and lets people see it and send it again.
 *
 * <p>Listens to the events of all rooms, and reads cases and receivables for what a delivery names.
 */
@NullMarked
@ApplicationModule(
        displayName = "Webhooks",
        allowedDependencies = {"shared", "identity", "ui", "api", "receivables", "cases", "law"})
package no.forfall.webhooks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
