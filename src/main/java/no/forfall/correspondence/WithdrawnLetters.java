package no.forfall.correspondence;

import no.forfall.outbox.EffectMovedOn;
import no.forfall.outbox.EffectState;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Marks a letter that was ready and will not leave. */
@Component
class WithdrawnLetters {

    private final LetterTable letters;

    WithdrawnLetters(LetterTable letters) {
        this.letters = letters;
    }

    @EventListener
    void withdrawn(EffectMovedOn moved) {
        if (moved.state() == EffectState.WITHDRAWN) {
            letters.withdraw(moved.key());
        }
    }
}
