package no.forfall.law;

import static no.forfall.law.Cases.day;
import static no.forfall.law.Cases.money;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import no.forfall.shared.Country;
import org.joda.money.Money;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every claim. The claims are random, and the same in every run; a failure names its seed. */
class LawPropertiesTest {

    private static final LocalDate FIRST = day("2016-01-01");
    private static final LocalDate LAST = day("2026-12-31");

    private final Interest interest = new Interest(Rates.load());
    private final Law law = Law.load();

    static Stream<Long> seeds() {
        return LongStream.range(0, 150).boxed();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void interestIsNeverNegativeAndItsLinesAddUp(long seed) {
        var claim = Claim.random(seed);

        var statement = interest.between(claim.country, claim.principal, claim.changes, claim.due, claim.until);

        assertThat(statement.total().isNegative()).isFalse();
        assertThat(statement.segments().stream()
                        .map(InterestSegment::amount)
                        .reduce(Money.zero(claim.principal.getCurrencyUnit()), Money::plus))
                .isEqualTo(statement.total());
        assertThat(statement.segments()).allSatisfy(segment -> {
            assertThat(segment.amount().isNegative()).isFalse();
            assertThat(segment.principal().isPositive()).isTrue();
            assertThat(segment.days()).isPositive();
        });
    }

    /** Two halves may differ from the whole by the rounding of one of them. */
    @ParameterizedTest
    @MethodSource("seeds")
    void interestOfAPeriodIsThatOfItsParts(long seed) {
        var claim = Claim.random(seed);
        var first = claim.due.plusDays(1);
        var middle = first.plusDays(new Random(seed).nextInt(400));

        var whole = interest.running(claim.country, claim.principal, claim.changes, first, claim.until);
        var before =
                interest.running(claim.country, claim.principal, claim.changes, first, earlier(middle, claim.until));
        var after = interest.running(claim.country, claim.principal, claim.changes, middle.plusDays(1), claim.until);

        assertThat(before.total().plus(after.total()).minus(whole.total()).abs().getAmountMinorLong())
                .isLessThanOrEqualTo(1);
        assertThat(before.segments().stream().mapToLong(InterestSegment::days).sum()
                        + after.segments().stream()
                                .mapToLong(InterestSegment::days)
                                .sum())
                .isEqualTo(whole.segments().stream()
                        .mapToLong(InterestSegment::days)
                        .sum());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void interestIsNeverLargerForALowerBalance(long seed) {
        var claim = Claim.random(seed);
        var random = new Random(seed);
        var more = new ArrayList<>(claim.changes);
        more.add(new PrincipalChange(
                claim.due.plusDays(random.nextInt(200)),
                Money.ofMinor(claim.principal.getCurrencyUnit(), -1 - random.nextInt(1_000_000))));

        var lower = interest.between(claim.country, claim.principal, more, claim.due, claim.until);
        var higher = interest.between(claim.country, claim.principal, claim.changes, claim.due, claim.until);
        var longer = interest.between(claim.country, claim.principal, claim.changes, claim.due, LAST);

        assertThat(lower.total().isGreaterThan(higher.total())).isFalse();
        assertThat(longer.total().isLessThan(higher.total())).isFalse();
    }

    /** Tries a letter or the compensation on random days, and does all that is lawful. */
    @ParameterizedTest
    @MethodSource("seeds")
    void noSequenceOfStepsYieldsMoreThanTheLawAllows(long seed) {
        var random = new Random(seed);
        var country = Country.values()[random.nextInt(2)];
        var kind = DebtorKind.values()[random.nextInt(3)];
        var due = day("2026-01-05").plusDays(random.nextInt(30));
        var letters = new ArrayList<SentLetter>();
        var fees = Money.zero(country.currency());
        var compensation = Money.zero(country.currency());
        for (int days = random.nextInt(20); days < 180; days += 1 + random.nextInt(20)) {
            var facts = CaseFacts.of(country, kind, due, money(country.currency() + " 10000"))
                    .feeAgreed(true)
                    .letters(letters)
                    .build();
            var on = due.plusDays(days);
            var step = List.of(LegalStep.REMINDER, LegalStep.NOTICE, LegalStep.COMPENSATION)
                    .get(random.nextInt(seed % 2 == 0 ? 2 : 3));
            if (!law.verdict(step, facts, on).mayHappen()) {
                continue;
            }
            if (step == LegalStep.COMPENSATION) {
                compensation = law.compensation(facts, on).orElseThrow();
                letters.add(new SentLetter(step, on, null, false));
            } else {
                var fee = law.reminderFee(step, facts, on);
                fees = fees.plus(fee.orElse(Money.zero(country.currency())));
                letters.add(new SentLetter(step, on, law.deadline(step, facts, on, 0), fee.isPresent()));
            }
        }

        var cap = money(country == Country.NO ? "NOK 76" : "SEK 60");
        assertThat(fees.isGreaterThan(cap)).isFalse();
        assertThat(Law.recoverable(fees, compensation)).isEqualTo(compensation.isPositive() ? compensation : fees);
        assertThat(kind == DebtorKind.PRIVATE && compensation.isPositive()).isFalse();
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private record Claim(
            Country country, Money principal, List<PrincipalChange> changes, LocalDate due, LocalDate until) {

        static Claim random(long seed) {
            var random = new Random(seed);
            var country = Country.values()[random.nextInt(2)];
            var due = FIRST.plusDays(random.nextInt(3_000));
            var until = earlier(due.plusDays(random.nextInt(1_500)), LAST);
            var principal = Money.ofMinor(country.currency(), 1 + random.nextInt(10_000_000));
            var changes = Stream.generate(() -> new PrincipalChange(
                            due.minusDays(10).plusDays(random.nextInt(1_000)),
                            Money.ofMinor(
                                    country.currency(),
                                    random.nextInt(4) == 0 ? random.nextInt(100_000) : -random.nextInt(4_000_000))))
                    .limit(random.nextInt(6))
                    .toList();
            return new Claim(country, principal, changes, due, until);
        }
    }
}
