package no.forfall;

import no.forfall.law.Interest;
import no.forfall.law.Law;
import no.forfall.law.Rates;
import no.forfall.lawbook.ConfirmedLaw;
import no.forfall.shared.BankingDays;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the law, which knows no framework, into the application, with what two managers have confirmed about it. */
@Configuration
class LawConfiguration {

    @Bean
    Rates rates(ConfirmedLaw confirmed) {
        return Rates.following(confirmed::rates);
    }

    @Bean
    BankingDays bankingDays() {
        return new BankingDays();
    }

    @Bean
    Law law(Rates rates, BankingDays bankingDays, LawSettings settings, ConfirmedLaw confirmed) {
        return new Law(rates, bankingDays)
                .readAs(settings.read())
                .with(settings.dates())
                .following(confirmed::dates);
    }

    @Bean
    Interest interest(Rates rates, LawSettings settings) {
        return new Interest(rates, settings.read());
    }
}
