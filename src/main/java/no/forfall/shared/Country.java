package no.forfall.shared;

import java.time.ZoneId;
import java.util.Locale;
import org.joda.money.CurrencyUnit;

/** The creditor's country: it decides law, calendar, time zone and home currency of a case. */
public enum Country {
    NO("Europe/Oslo", "NOK", "nb"),
    SE("Europe/Stockholm", "SEK", "sv");

    private final ZoneId zone;
    private final CurrencyUnit currency;
    private final Locale language;

    Country(String zone, String currency, String language) {
        this.zone = ZoneId.of(zone);
        this.currency = CurrencyUnit.of(currency);
        this.language = Locale.forLanguageTag(language);
    }

    public ZoneId zone() {
        return zone;
    }

    public CurrencyUnit currency() {
        return currency;
    }

    /** The language a letter has when the debtor has chosen none. */
    public Locale language() {
        return language;
    }
}
