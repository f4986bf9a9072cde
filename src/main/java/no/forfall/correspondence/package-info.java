/**
 * Letters to debtors: what they say, how they look, how they leave, and the proof of what left. Rendered at the moment of
 * sending with that day's amounts and dates, kept byte for byte, sent once. A letter that turns out not to have arrived is
 * undone, and sent again once a person has mended the contact data; its process is {@code returned-letter}.
 *
 * <p>Calls the ledger and the cases for what a letter says, the law for what it may charge, and the outbox and the engine
 * as an activity of theirs. Other acts hear of a letter by {@link no.forfall.correspondence.LetterSent} and {@link no.forfall.correspondence.LetterReturned}.
 */
@NullMarked
@ApplicationModule(
        displayName = "Correspondence",
        allowedDependencies = {
            "shared",
            "law",
            "engine",
            "outbox",
            "cases",
            "policy",
            "receivables",
            "journal",
            "identity",
            "home",
            "sftp",
            "ui"
        })
package no.forfall.correspondence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
