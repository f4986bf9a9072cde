package no.forfall.law;

import static no.forfall.law.Cases.day;
import static no.forfall.law.Cases.money;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
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
        var seen = new TreeSet<String>();
        forEachVerdict((law, verdict) -> verdict.reason().ifPresent(reason -> {
            assertThat(reason.statute()).isNotBlank();
            assertThat(reason.text(Country.NO.language())).doesNotContain("{");
            seen.add(reason.messageKey());
        }));
        for (var kind : RateKind.values()) {
            seen.add(new RateUnknown(kind, DUE).why().messageKey());
        }

        assertThat(seen).isEqualTo(new TreeSet<>(messages("").stringPropertyNames()));
    }

    @Test
    void makesOfAStepWhatTheListOfRulesSays() {
        var seen = new TreeMap<String, Set<Outcome>>();
        var said = new TreeMap<String, Set<Outcome>>();
        forEachVerdict((law, verdict) -> verdict.reason()
                .filter(reason -> !reason.ruleId().endsWith("REVIEW"))
                .ifPresent(reason -> seen.computeIfAbsent(reason.ruleId(), any -> new TreeSet<>())
                        .add(outcome(verdict))));
        for (var pack : List.of(
                LAWS.get(0).rules(Country.NO, DUE),
                LAWS.get(0).rules(Country.SE, DUE),
                LAWS.get(1).rules(Country.NO, DUE))) {
            pack.rules().stream()
                    .filter(rule -> !rule.outcomes().isEmpty())
                    .forEach(rule -> said.put(rule.id(), new TreeSet<>(rule.outcomes())));
        }

        assertThat(seen).isEqualTo(said);
    }

    private static Outcome outcome(Verdict verdict) {
        if (verdict instanceof Verdict.Refused) {
            return Outcome.LATER;
        }
        if (verdict instanceof Verdict.Barred) {
            return Outcome.PERSON;
        }
        return verdict instanceof Verdict.AllowedAsAnnouncement ? Outcome.AS_ANNOUNCEMENT : Outcome.WITHOUT_FEE;
    }

    @ParameterizedTest
    @CsvSource({
        "LATE_INTEREST_PERCENT, NO-R2",
        "LATE_COMPENSATION, NO-R5",
        "INKASSOSATS, NO-R8",
        "FEE_FRACTION, NO-R8",
        "REFERENCE_RATE_PERCENT, SE-R14",
        "REMINDER_FEE, SE-R1",
        "PLAN_FEE, SE-R3",
        "STATUTORY_COMPENSATION, SE-R4"
    })
    void namesTheRuleThatAsksForAnUnknownRate(RateKind kind, String rule) {
        var why = new RateUnknown(kind, DUE).why();

        assertThat(why.ruleId()).isEqualTo(rule);
        assertThat(why.text(Locale.ENGLISH)).contains("June 15, 2026");
    }

    /** As it comes; with the act of 2026 in force; with the strict reading of e-mail. */
    private static final List<Law> LAWS = List.of(
            Law.load(),
            Law.load().with(List.of(new PackDates("NO-2026", day("2020-01-01"), day("2031-12-31")))),
            Law.load()
                    .readAs(new Readings(
                            Readings.InterestFrom.DAY_AFTER_DUE_DATE,
                            Readings.WeekendDueDate.MONDAY,
                            Readings.CompensationOf.DEMAND,
                            Readings.Email.NEVER,
                            Readings.BusinessFee.STATUTORY,
                            Readings.OtherCurrency.NO_INTEREST)));

    private static void forEachVerdict(BiConsumer<Law, Verdict> then) {
        for (var law : LAWS) {
            for (var facts : manyCases()) {
                for (var step : LegalStep.values()) {
                    for (var date : List.of(
                            facts.dueDate(),
                            facts.dueDate().plusDays(1),
                            facts.dueDate().plusDays(20),
                            facts.dueDate().plusDays(100),
                            facts.dueDate().plusMonths(8),
                            DUE,
                            DUE.plusMonths(4),
                            DUE.plusYears(4))) {
                        then.accept(law, law.verdict(step, facts, date));
                        then.accept(law, law.verdict(step, facts.with(new PaymentPlan(true, true, true)), date));
                    }
                }
            }
        }
    }

    private static List<CaseFacts> manyCases() {
        var cases = new ArrayList<CaseFacts>();
        for (var country : Country.values()) {
            for (var kind : DebtorKind.values()) {
                for (var due : List.of(DUE, DUE.minusYears(4), day("2010-01-04"), day("2014-06-02"))) {
                    for (var letters : histories(due)) {
                        for (int variant = 0; variant < (letters.isEmpty() ? 8 : 1); variant++) {
                            cases.add(CaseFacts.of(
                                            country,
                                            kind,
                                            due,
                                            money(country.currency() + (variant == 5 ? " 0" : " 100")))
                                    .letters(letters)
                                    .feeAgreed(variant != 1)
                                    .disputed(variant == 2)
                                    .disputedPart(variant == 6 ? money(country.currency() + " 40") : null)
                                    .chargesBarred(variant == 7)
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
        var atOnce = new SentLetter(LegalStep.NOTICE, due.plusDays(1), due.plusDays(15), false, true);
        var compensation = new SentLetter(LegalStep.COMPENSATION, due.plusDays(1), null, false);
        var plan = new SentLetter(LegalStep.PLAN, due.plusDays(1), null, false);
        return List.of(
                List.of(),
                List.of(first),
                List.of(hurried),
                List.of(first, second),
                List.of(atOnce),
                List.of(compensation),
                List.of(plan));
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
