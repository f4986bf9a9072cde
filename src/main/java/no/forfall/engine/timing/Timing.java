package no.forfall.engine.timing;

import java.time.Clock;
import no.forfall.shared.BankingDays;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes {@code timing} for one evaluation. */
@Component
public class Timing {

    private final BankingDays bankingDays;
    private final Landing landing;
    private final Clock clock;

    Timing(BankingDays bankingDays, Landing landing, Clock clock) {
        this.bankingDays = bankingDays;
        this.landing = landing;
        this.clock = clock;
    }

    public TimingFunctions in(@Nullable VariableScope scope) {
        return new TimingFunctions(scope, bankingDays, landing, clock);
    }
}
