package no.forfall;

import java.time.LocalDate;
import no.forfall.law.Interest;
import no.forfall.law.Law;
import no.forfall.law.Rates;
import no.forfall.shared.BankingDays;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Puts the law, which knows no framework, into the application. {@code forfall.law.reviewed-through} is set by whoever has
 * checked that the rules are still the law through that date.
 */
@Configuration
class LawConfiguration {

    @Bean
    Rates rates() {
        return Rates.load();
    }

    @Bean
    BankingDays bankingDays() {
        return new BankingDays();
    }

    @Bean
    Law law(
            Rates rates,
            BankingDays bankingDays,
            @Value("${forfall.law.reviewed-through:#{null}}") @Nullable LocalDate reviewedThrough) {
        Law law = new Law(rates, bankingDays);
        return reviewedThrough == null ? law : law.reviewedThrough(reviewedThrough);
    }

    @Bean
    Interest interest(Rates rates) {
        return new Interest(rates);
    }
}
