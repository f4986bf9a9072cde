package no.forfall.correspondence;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param from the address that all letters are sent from, one that the mail server may use; null sends from the creditor's
 *     own
 * @param daysToPay the days to pay where a diagram names none; the law may ask for more
 * @param daysToPost how long a printed letter may lie before it is posted; its deadline is counted from then
 */
@ConfigurationProperties("forfall.letters")
record LetterSettings(
        @Nullable String from,
        @DefaultValue("14") int daysToPay,
        @DefaultValue("3") int daysToPost) {}
