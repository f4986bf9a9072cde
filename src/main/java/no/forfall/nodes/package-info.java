/**
 * What the nodes of one installation agree on through their database: who starts, who does a round that one node does, and
 * how a node leaves. Calls no other room.
 */
@NullMarked
@ApplicationModule(
        displayName = "Nodes",
        allowedDependencies = {})
package no.forfall.nodes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
