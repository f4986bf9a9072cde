package no.forfall.law;

import static no.forfall.law.Cases.day;
import static no.forfall.law.Cases.money;
import static no.forfall.law.LegalStep.COMPENSATION;
import static no.forfall.law.LegalStep.NOTICE;
import static no.forfall.law.LegalStep.REMINDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import no.forfall.shared.Country;
import org.joda.money.CurrencyMismatchException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompensationTest {

    private final Law law = Law.load();

    @ParameterizedTest
    @CsvSource({"0, 430, 430", "76, 430, 430", "38, 38, 38", "500, 430, 500", "60, 450, 450"})
    void recoversTheLargerOfFeesAndCompensation(String fees, String compensation, String recovered) {
        assertThat(Law.recoverable(money("NOK " + fees), money("NOK " + compensation)))
                .isEqualTo(money("NOK " + recovered));
    }

    @Test
    void refusesToSetOffTwoCurrencies() {
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> Law.recoverable(money("NOK 38"), money("SEK 450")));
    }

    @ParameterizedTest
    @CsvSource({
        "NO, BUSINESS, 2026-06-15, , 2026-06-16",
        "NO, BUSINESS, 2026-06-16, allowed,",
        "NO, PUBLIC, 2026-06-16, law.NO-R5.public,",
        "NO, PRIVATE, 2026-06-16, law.NO-R22,",
        "SE, BUSINESS, 2026-06-15, , 2026-06-16",
        "SE, PUBLIC, 2026-06-16, allowed,",
        "SE, PRIVATE, 2026-06-16, law.SE-R4.consumer,"
    })
    void isOwedFromTheDayAfterTheDueDateByThoseTheLawNames(
            Country country, DebtorKind kind, String on, String answer, String earliest) {
        var facts = facts(country, kind).build();

        var verdict = law.verdict(COMPENSATION, facts, day(on));

        if (earliest != null) {
            assertThat(verdict).isInstanceOf(Verdict.Refused.class);
            assertThat(verdict).hasFieldOrPropertyWithValue("earliest", day(earliest));
        } else {
            assertThat(verdict.reason().map(Reason::messageKey).orElse("allowed"))
                    .isEqualTo(answer);
        }
        assertThat(law.compensation(facts, day(on)).isPresent()).isEqualTo("allowed".equals(answer));
    }

    @ParameterizedTest
    @CsvSource({"NO, NO-R5, NO-R6", "SE, SE-R4, SE-R4"})
    void isOwedOnceAndLeavesNoFeeBesideIt(Country country, String onceRule, String feeRule) {
        var facts = facts(country, DebtorKind.BUSINESS)
                .feeAgreed(true)
                .letters(List.of(new SentLetter(COMPENSATION, day("2026-06-16"), null, false)))
                .build();

        assertThat(law.compensation(facts, day("2026-07-15"))).isEmpty();
        assertThat(ruleOf(law.verdict(COMPENSATION, facts, day("2026-07-15")))).isEqualTo(onceRule);
        for (var step : List.of(REMINDER, NOTICE)) {
            var verdict = law.verdict(step, facts, day("2026-07-15"));
            assertThat(verdict.mayHappen()).isTrue();
            assertThat(ruleOf(verdict)).isEqualTo(feeRule);
            assertThat(law.reminderFee(step, facts, day("2026-07-15"))).isEmpty();
        }
        assertThat(law.reminderFee(REMINDER, facts, day("2026-06-15"))).isEmpty();
    }

    /** A compensation claimed with a letter does not wait for that letter's deadline. */
    @ParameterizedTest
    @CsvSource({"NO", "SE"})
    void waitsForNoDeadline(Country country) {
        var facts = facts(country, DebtorKind.BUSINESS)
                .letters(List.of(Cases.reminder("2026-07-01", "2026-07-31")))
                .build();

        assertThat(law.verdict(COMPENSATION, facts, day("2026-07-02"))).isInstanceOf(Verdict.Allowed.class);
    }

    @Test
    void isOwedAlsoWhenThePrincipalWasPaidLate() {
        var facts = CaseFacts.of(Country.NO, DebtorKind.BUSINESS, day("2026-06-15"), money("NOK 0"))
                .build();

        assertThat(law.compensation(facts, day("2026-07-02"))).contains(money("NOK 430"));
    }

    @ParameterizedTest
    @CsvSource({"NO, true, false, NO-R19", "NO, false, true, NO-R18", "SE, true, false, SE-R8", "SE, false, true, SE-R9"
    })
    void isNotClaimedWhileAnObjectionIsOpenOrWhenTheInvoiceDidNotArrive(
            Country country, boolean disputed, boolean lost, String rule) {
        var facts = facts(country, DebtorKind.BUSINESS)
                .disputed(disputed)
                .invoiceDelivered(!lost)
                .build();

        var verdict = law.verdict(COMPENSATION, facts, day("2026-07-02"));

        assertThat(verdict).isInstanceOf(Verdict.Barred.class);
        assertThat(ruleOf(verdict)).isEqualTo(rule);
    }

    @ParameterizedTest
    @CsvSource({"NO, true, false, NO-R19", "NO, false, true, NO-R19", "SE, true, false, SE-R8", "SE, false, true, SE-R5"
    })
    void isNotClaimedWhileAPartIsDisputedOrAfterAnObjectionThatWasRight(
            Country country, boolean part, boolean upheld, String rule) {
        var facts = facts(country, DebtorKind.BUSINESS)
                .disputedPart(part ? money(country.currency() + " 4000") : null)
                .chargesBarred(upheld)
                .build();

        var verdict = law.verdict(COMPENSATION, facts, day("2026-07-02"));

        assertThat(verdict).isInstanceOf(Verdict.Barred.class);
        assertThat(ruleOf(verdict)).isEqualTo(rule);
    }

    private static CaseFacts.Builder facts(Country country, DebtorKind kind) {
        return CaseFacts.of(country, kind, day("2026-06-15"), money(country.currency() + " 10000"));
    }

    private static String ruleOf(Verdict verdict) {
        return verdict.reason().orElseThrow().ruleId();
    }
}
