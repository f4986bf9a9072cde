package no.forfall.law;

import static no.forfall.law.Cases.day;
import static no.forfall.law.Cases.money;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import no.forfall.shared.Country;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReasonTest {

    private static final LocalDate DUE = day("2026-06-15");

    private final Law law = Law.load();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | A reminder fee may be charged from June 29, 2026, 14 days after the due date.",
                "nb | Purregebyr kan kreves fra 29. juni 2026, 14 dager etter forfall.",
                "sv | Påminnelseavgift får tas ut från och med 29 juni 2026, 14 dagar efter förfallodagen.",
                "de | A reminder fee may be charged from 29. Juni 2026, 14 days after the due date."
            })
    void explainsItselfInTheReadersLanguage(String language, String sentence) {
        var facts = Cases.norwegianCaseDue("2026-06-15").build();

        var reason = law.verdict(LegalStep.REMINDER, facts, day("2026-06-20"))
                .reason()
                .orElseThrow();

        assertThat(reason.text(Locale.forLanguageTag(language))).isEqualTo(sentence);
        assertThat(reason.statute()).isEqualTo("inkassoforskriften § 1-2");
        assertThat(reason.messageKey()).isEqualTo("law.NO-R7");
        assertThat(reason.arguments()).containsExactly(day("2026-06-29"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"_nb", "_sv"})
    void saysTheSameInEveryLanguage(String language) throws IOException {
        var english = messages("");
        var translated = messages(language);

        assertThat(translated.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (var key : english.stringPropertyNames()) {
            for (var placeholder : List.of("{0}", "{1}")) {
                assertThat(translated.getProperty(key).contains(placeholder))
                        .as("%s in %s", placeholder, key)
                        .isEqualTo(english.getProperty(key).contains(placeholder));
            }
        }
    }

    @Test
    void hasASentenceForEveryReasonAndNoneToSpare() throws IOException {
        var seen = new HashSet<String>();
        for (var facts : manyCases()) {
            for (var step : LegalStep.values()) {
                for (var date : List.of(
                        DUE,
                        DUE.plusDays(1),
                        DUE.plusDays(20),
                        DUE.plusMonths(8),
                        DUE.plusYears(4),
                        DUE.plusMonths(4),
                        day("2014-09-01"))) {
                    law.verdict(step, facts, date).reason().ifPresent(reason -> {
                        assertThat(reason.statute()).isNotBlank();
                        assertThat(reason.text(Country.NO.language())).doesNotContain("{");
                        seen.add(reason.messageKey());
                    });
                }
            }
        }

        assertThat(new TreeSet<>(seen)).isEqualTo(new TreeSet<>(messages("").stringPropertyNames()));
    }

    private static List<CaseFacts> manyCases() {
        var cases = new ArrayList<CaseFacts>();
        for (var country : Country.values()) {
            for (var due : List.of(DUE, DUE.minusYears(4), day("2014-06-02"), day("2025-10-01"))) {
                for (var letters : histories(due)) {
                    for (var owed : List.of("0", "100")) {
                        for (var variant : Set.of(0, 1, 2, 3, 4)) {
                            cases.add(CaseFacts.of(
                                            country, DebtorKind.PRIVATE, due, money(country.currency() + " " + owed))
                                    .letters(letters)
                                    .feeAgreed(variant != 1)
                                    .disputed(variant == 2)
                                    .invoiceDelivered(variant != 3)
                                    .requestedDeadlineDays(variant == 4 ? 5 : 0)
                                    .build());
                        }
                    }
                }
            }
        }
        return cases;
    }

    private static List<List<SentLetter>> histories(LocalDate due) {
        var first = new SentLetter(LegalStep.REMINDER, due.plusDays(14), due.plusDays(28), true);
        var hurried = new SentLetter(LegalStep.REMINDER, due.plusDays(14), due.plusDays(15), true);
        var second = new SentLetter(LegalStep.NOTICE, due.plusDays(60), due.plusDays(80), true);
        var atOnce = new SentLetter(LegalStep.NOTICE, due.plusDays(1), due.plusDays(15), false);
        return List.of(List.of(), List.of(first), List.of(hurried), List.of(first, second), List.of(atOnce));
    }

    private static Properties messages(String language) throws IOException {
        var properties = new Properties();
        var name = "/messages/law" + language + ".properties";
        try (var reader = new InputStreamReader(
                Objects.requireNonNull(ReasonTest.class.getResourceAsStream(name)), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
