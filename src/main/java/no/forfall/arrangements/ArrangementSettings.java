package no.forfall.arrangements;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param promiseDays how many days ahead debtors may promise by themselves
 * @param firstInstalmentDays how many days ahead the first instalment of a plan may lie
 */
@ConfigurationProperties("forfall.arrangements")
record ArrangementSettings(
        @DefaultValue("30") int promiseDays,
        @DefaultValue("60") int firstInstalmentDays) {}
