package no.forfall.worklist;

import no.forfall.engine.Tables;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The newest edition of the weights, kept until there is a newer one. */
@Component
class WeightsInForce {

    private final Tables tables;
    private volatile @Nullable Weights known;

    WeightsInForce(Tables tables) {
        this.tables = tables;
    }

    Weights now() {
        Weights weights = known;
        if (weights == null || weights.version() != tables.version(Weights.TABLE)) {
            weights = Weights.newest(tables);
            known = weights;
        }
        return weights;
    }
}
