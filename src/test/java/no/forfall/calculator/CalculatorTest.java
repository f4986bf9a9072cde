package no.forfall.calculator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import no.forfall.law.Interest;
import no.forfall.law.Law;
import no.forfall.law.RateUnknown;
import no.forfall.law.Rates;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Questions as people and programs put them. Today is 22 November 2026. */
class CalculatorTest {

    private final Calculator calculator = new Calculator(
            Law.load(), new Interest(Rates.load()), Clock.fixed(Instant.parse("2026-11-22T08:00:00Z"), ZoneOffset.UTC));

    @ParameterizedTest
    @CsvSource({
        "NO, 10000.00, 2026-06-15, 2026-07-15, NOK 99.66",
        "NO, 10000, 2025-12-15, 2026-01-14, NOK 99.73",
        "no, 25000, 2026-09-01, , NOK 688.01",
        "SE, 25000, 2026-09-01, 2026-11-22, SEK 561.64",
        "NO, 10000, 2026-06-15, 2026-06-01, NOK 0.00"
    })
    void countsInterest(String country, String principal, String due, String asOf, String total) {
        assertThat(calculator
                        .interest(new InterestRequest(country, null, null, principal, due, asOf, null))
                        .total())
                .isEqualTo(Money.parse(total));
    }

    @Test
    void showsEverySegmentWithItsWorking() {
        var answer = calculator.interest(new InterestRequest(
                "NO",
                "COMPANY",
                "NOK",
                "10000",
                "2026-06-15",
                "2026-07-15",
                List.of(
                        new InterestRequest.Event("CREDIT_NOTE", "2026-07-10", "500.50"),
                        new InterestRequest.Event("PAYMENT", "2026-06-20", "2500"))));

        assertThat(answer.segments())
                .extracting(
                        InterestAnswer.Segment::from,
                        InterestAnswer.Segment::to,
                        InterestAnswer.Segment::days,
                        segment -> segment.rate().toPlainString(),
                        InterestAnswer.Segment::base)
                .containsExactly(
                        tuple(day("2026-06-16"), day("2026-06-20"), 5L, "12.00", Money.parse("NOK 10000")),
                        tuple(day("2026-06-21"), day("2026-06-30"), 10L, "12.00", Money.parse("NOK 7500")),
                        tuple(day("2026-07-01"), day("2026-07-10"), 10L, "12.25", Money.parse("NOK 7500")),
                        tuple(day("2026-07-11"), day("2026-07-15"), 5L, "12.25", Money.parse("NOK 6999.50")));
    }

    @ParameterizedTest
    @CsvSource({
        "DK, 10000, 2026-06-15, NOK, country, choice.Country",
        ", 10000, 2026-06-15, NOK, country, missing",
        "NO, , 2026-06-15, NOK, principal, missing",
        "NO, ten, 2026-06-15, NOK, principal, amount",
        "NO, 0.001, 2026-06-15, NOK, principal, decimals",
        "NO, 1000000000000000, 2026-06-15, NOK, principal, large",
        "NO, 1e999999999, 2026-06-15, NOK, principal, large",
        "NO, 1000000000000, 2026-06-15, NOK, principal, large",
        "NO, 0, 2026-06-15, NOK, principal, positive",
        "NO, -5, 2026-06-15, NOK, principal, positive",
        "NO, 10000, , NOK, dueDate, missing",
        "NO, 10000, 15.06.2026, NOK, dueDate, date",
        "NO, 10000, 2026-02-29, NOK, dueDate, date",
        "NO, 10000, 2500-01-01, NOK, dueDate, date",
        "NO, 10000, 2026-06-15, EUR, currency, currency.NO",
        "SE, 10000, 2026-06-15, NOK, currency, currency.SE"
    })
    void namesTheFieldThatIsWrong(
            String country, String principal, String due, String currency, String field, String kind) {
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> calculator.interest(
                        new InterestRequest(country, null, currency, principal, due, "2026-07-15", null)))
                .satisfies(wrong -> assertThat(wrong.faults()).containsExactly(new BadInput.Fault(field, kind)));
    }

    @Test
    void takesTheLargestAmountAndTheSmallest() {
        for (var principal : List.of("999999999999.99", "0.01", "1.000", "1E+3")) {
            assertThat(calculator
                            .interest(
                                    new InterestRequest("NO", null, null, principal, "2026-06-15", "2026-07-15", null))
                            .total()
                            .isNegative())
                    .isFalse();
        }
    }

    @Test
    void tellsEveryFaultAtOnce() {
        List<InterestRequest.@Nullable Event> events = new ArrayList<>();
        events.add(new InterestRequest.Event("GIFT", "2026-06-20", "-1"));
        events.add(null);

        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> calculator.interest(
                        new InterestRequest("NO", "FRIEND", null, "10000", "2026-06-15", "soon", events)))
                .satisfies(wrong -> assertThat(wrong.faults())
                        .extracting(BadInput.Fault::field)
                        .containsExactly(
                                "debtorType",
                                "asOf",
                                "events[0].type",
                                "events[0].amount",
                                "events[1].type",
                                "events[1].date",
                                "events[1].amount"));
    }

    @ParameterizedTest
    @CsvSource({"NO, 1990-05-01, NO-R2", "SE, 1990-05-01, SE-R14"})
    void refusesADueDateBeforeTheFirstKnownRate(String country, String due, String rule) {
        assertThatExceptionOfType(RateUnknown.class)
                .isThrownBy(() ->
                        calculator.interest(new InterestRequest(country, null, null, "10000", due, "2026-07-15", null)))
                .satisfies(refusal -> assertThat(refusal.why().ruleId()).isEqualTo(rule));
    }

    @Test
    void refusesADayWhoseRateIsNotKnownYet() {
        assertThatExceptionOfType(RateUnknown.class)
                .isThrownBy(() -> calculator.interest(
                        new InterestRequest("NO", null, null, "10000", "2026-06-15", "2027-01-01", null)))
                .withMessageContaining("2027-01-01");
    }

    @ParameterizedTest
    @CsvSource({
        "NO, PERSON, REMINDER, 2026-06-15, 2026-06-20, true, NOK 0.00, 2026-07-06, , ",
        "NO, PERSON, REMINDER, 2026-06-15, 2026-06-29, true, NOK 0.00, 2026-07-13, , ",
        "NO, PERSON, REMINDER_WITH_FEE, 2026-06-15, 2026-06-28, false, NOK 0.00, , 2026-06-29, NO-R7",
        "NO, PERSON, REMINDER_WITH_FEE, 2026-06-15, 2026-06-29, true, NOK 38.00, 2026-07-13, , ",
        "NO, PERSON, COLLECTION_NOTICE, 2026-06-15, 2026-06-15, false, NOK 0.00, , 2026-06-16, NO-R13",
        "NO, PERSON, COLLECTION_NOTICE, 2026-06-15, 2026-06-16, true, NOK 0.00, 2026-06-30, , NO-R7",
        "NO, PERSON, COLLECTION_NOTICE, 2026-06-15, 2026-06-29, true, NOK 38.00, 2026-07-13, , ",
        "NO, PERSON, COMPENSATION, 2026-06-15, 2026-07-15, false, NOK 0.00, , , NO-R22",
        "NO, COMPANY, COMPENSATION, 2026-06-15, 2026-06-15, false, NOK 0.00, , 2026-06-16, NO-R5",
        "NO, COMPANY, COMPENSATION, 2026-06-15, 2026-07-15, true, NOK 430.00, , , ",
        "NO, PUBLIC, COMPENSATION, 2026-06-15, 2026-07-15, false, NOK 0.00, , , NO-R5",
        "NO, PERSON, HAND_OVER, 2026-06-15, 2026-07-15, false, NOK 0.00, , , NO-R13",
        "NO, PERSON, REMINDER_WITH_FEE, 2026-11-02, 2027-01-04, false, NOK 0.00, , , NO-REVIEW",
        "NO, PERSON, COLLECTION_NOTICE, 2026-11-02, 2027-01-04, false, NOK 0.00, , , NO-REVIEW",
        "NO, PERSON, REMINDER, 2026-11-02, 2027-01-04, true, NOK 0.00, 2027-01-18, , ",
        "SE, PERSON, REMINDER_WITH_FEE, 2026-06-15, 2026-06-29, false, SEK 0.00, , , SE-R1",
        "SE, PUBLIC, COMPENSATION, 2026-06-15, 2026-07-15, true, SEK 450.00, , , "
    })
    void answersWhetherAStepIsLawful(
            String country,
            String debtor,
            String step,
            String due,
            String date,
            boolean allowed,
            String fee,
            @Nullable LocalDate deadline,
            @Nullable LocalDate earliest,
            @Nullable String rule) {
        var answer = ask(question(country, debtor, step, due, date, null));

        assertThat(answer.allowed()).isEqualTo(allowed);
        assertThat(answer.fee()).isEqualTo(Money.parse(fee));
        assertThat(answer.deadline()).isEqualTo(deadline);
        assertThat(answer.earliest()).isEqualTo(earliest);
        assertThat(answer.rule()).isEqualTo(rule);
        assertThat(answer.reason() == null).isEqualTo(rule == null);
        assertThat(answer.statute() == null).isEqualTo(rule == null);
        assertThat(answer.announcement()).isFalse();
    }

    /** The earlier letter runs out on 24 June, and a fee may be charged from 29 June: the later of the two speaks. */
    @Test
    void waitsUntilEveryRuleIsContent() {
        var answer = ask(question(
                "NO",
                "PERSON",
                "REMINDER_WITH_FEE",
                "2026-06-15",
                "2026-06-20",
                List.of(new VerdictRequest.Sent("REMINDER", "2026-06-18", "2026-06-22", null))));

        assertThat(answer.allowed()).isFalse();
        assertThat(answer.earliest()).isEqualTo(day("2026-06-29"));
    }

    @Test
    void countsTheFeesOfEarlierLetters() {
        var twice = List.<VerdictRequest.@Nullable Sent>of(
                new VerdictRequest.Sent("REMINDER_WITH_FEE", "2026-01-01", "2026-01-15", null),
                new VerdictRequest.Sent("COLLECTION_NOTICE", "2026-02-01", "2026-02-16", "38.00"));

        var refused = ask(question("NO", "PERSON", "REMINDER_WITH_FEE", "2025-12-01", "2026-08-01", twice));
        assertThat(refused.rule()).isEqualTo("NO-R9");
        assertThat(refused.earliest()).isEqualTo(day("2026-08-02"));
        assertThat(ask(question("NO", "PERSON", "REMINDER_WITH_FEE", "2025-12-01", "2026-08-02", twice))
                        .fee())
                .isEqualTo(Money.parse("NOK 38"));
        assertThat(ask(question(
                                "NO",
                                "PERSON",
                                "REMINDER_WITH_FEE",
                                "2025-12-01",
                                "2026-07-01",
                                List.of(
                                        new VerdictRequest.Sent("REMINDER_WITH_FEE", "2026-01-01", "2026-01-15", "0"),
                                        new VerdictRequest.Sent("REMINDER", "2026-02-01", "2026-02-16", null))))
                        .allowed())
                .isTrue();
    }

    @Test
    void setsFeesOffAgainstTheCompensation() {
        var said = ask(question(
                "NO",
                "COMPANY",
                "COMPENSATION",
                "2026-06-15",
                "2026-07-20",
                List.of(new VerdictRequest.Sent("REMINDER_WITH_FEE", "2026-06-29", "2026-07-13", "38"))));
        var unsaid = ask(question(
                "NO",
                "COMPANY",
                "COMPENSATION",
                "2026-06-15",
                "2026-07-20",
                List.of(new VerdictRequest.Sent("REMINDER_WITH_FEE", "2026-06-29", "2026-07-13", null))));
        var after = ask(question(
                "NO",
                "COMPANY",
                "REMINDER_WITH_FEE",
                "2026-06-15",
                "2026-07-20",
                List.of(new VerdictRequest.Sent("COMPENSATION", "2026-06-29", null, "430"))));

        assertThat(said.fee()).isEqualTo(Money.parse("NOK 392"));
        assertThat(unsaid.fee()).isEqualTo(Money.parse("NOK 392"));
        assertThat(after.allowed()).isFalse();
        assertThat(after.rule()).isEqualTo("NO-R6");
    }

    @ParameterizedTest
    @CsvSource({"2026-12-06, false, NO-R13", "2026-12-07, true, ", "2026-12-31, true, "})
    void weighsTheDeadlineThatTheLetterWillState(String deadline, boolean allowed, @Nullable String rule) {
        var answer = ask(new VerdictRequest(
                "NO", "PERSON", "COLLECTION_NOTICE", "2026-11-02", "2026-11-23", deadline, null, null, null, null));

        assertThat(answer.allowed()).isEqualTo(allowed);
        assertThat(answer.rule()).isEqualTo(rule);
        assertThat(answer.deadline()).isEqualTo(allowed ? day(deadline) : null);
    }

    @Test
    void handsOverWhenTheNoticeHasRunOut() {
        var notice = List.<VerdictRequest.@Nullable Sent>of(
                new VerdictRequest.Sent("COLLECTION_NOTICE", "2026-06-29", "2026-07-13", "38"));

        assertThat(ask(question("NO", "PERSON", "HAND_OVER", "2026-06-15", "2026-07-14", notice))
                        .earliest())
                .isEqualTo(day("2026-07-15"));
        assertThat(ask(question("NO", "PERSON", "HAND_OVER", "2026-06-15", "2026-07-15", notice))
                        .allowed())
                .isTrue();
    }

    @Test
    void weighsDisputeDeliveryAndAgreement() {
        assertThat(ask(new VerdictRequest(
                                "NO",
                                null,
                                "COLLECTION_NOTICE",
                                "2026-06-15",
                                "2026-07-15",
                                null,
                                null,
                                true,
                                null,
                                null))
                        .rule())
                .isEqualTo("NO-R19");
        assertThat(ask(new VerdictRequest(
                                "NO",
                                null,
                                "COLLECTION_NOTICE",
                                "2026-06-15",
                                "2026-07-15",
                                null,
                                null,
                                null,
                                null,
                                false))
                        .rule())
                .isEqualTo("NO-R18");
        assertThat(ask(new VerdictRequest(
                                "SE",
                                null,
                                "REMINDER_WITH_FEE",
                                "2026-06-15",
                                "2026-07-15",
                                null,
                                null,
                                null,
                                true,
                                null))
                        .fee())
                .isEqualTo(Money.parse("SEK 60"));
    }

    @Test
    void namesTheFieldsOfAVerdictThatAreWrong() {
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> ask(new VerdictRequest(
                        "NO",
                        "PERSON",
                        "SHOUT",
                        "2026-06-15",
                        "2026-07-15",
                        "2026-07-15",
                        List.of(new VerdictRequest.Sent("REMINDER", "", "never", "-1")),
                        null,
                        null,
                        null)))
                .satisfies(wrong -> assertThat(wrong.faults())
                        .containsExactly(
                                new BadInput.Fault("step", "choice.Step"),
                                new BadInput.Fault("deadline", "deadline"),
                                new BadInput.Fault("sent[0].date", "missing"),
                                new BadInput.Fault("sent[0].deadline", "date"),
                                new BadInput.Fault("sent[0].fee", "negative")));
    }

    private VerdictAnswer ask(VerdictRequest request) {
        return calculator.verdict(request, Locale.ENGLISH);
    }

    private static VerdictRequest question(
            String country,
            String debtor,
            String step,
            String due,
            String date,
            @Nullable List<VerdictRequest.@Nullable Sent> sent) {
        return new VerdictRequest(country, debtor, step, due, date, null, sent, null, null, null);
    }

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }
}
