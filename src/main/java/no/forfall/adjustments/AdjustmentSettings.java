package no.forfall.adjustments;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param handlerLimit by currency, major units: the most that one handler may waive and credit on one case; beyond that a
 *     manager decides. 500 kroner or 50 euros where nothing is set
 */
@ConfigurationProperties("forfall.adjustments")
record AdjustmentSettings(Map<String, BigDecimal> handlerLimit) {

    private static final Map<String, BigDecimal> DEFAULTS =
            Map.of("NOK", BigDecimal.valueOf(500), "SEK", BigDecimal.valueOf(500), "EUR", BigDecimal.valueOf(50));

    AdjustmentSettings {
        Map<String, BigDecimal> limits = new TreeMap<>(DEFAULTS);
        if (handlerLimit != null) {
            limits.putAll(handlerLimit);
        }
        handlerLimit = limits;
    }

    Money limit(CurrencyUnit currency) {
        return Money.of(currency, handlerLimit.getOrDefault(currency.getCode(), BigDecimal.ZERO));
    }
}
