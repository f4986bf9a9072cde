package no.forfall.law;

import static no.forfall.law.Cases.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.forfall.shared.Country;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The list of rules that people are shown. */
class RulesTest {

    private final Law law = Law.load();
    private final Law of2026 = law.with(List.of(new PackDates("NO-2026", day("2027-01-01"), day("2027-06-30"))));

    @Test
    void listsEveryRuleOfThePackByNumber() {
        assertThat(ids(law.rules(Country.NO, day("2026-11-22")))).containsExactlyElementsOf(numbered("NO-R", 26));
        assertThat(ids(law.rules(Country.SE, day("2026-11-22")))).containsExactlyElementsOf(numbered("SE-R", 21));
    }

    @Test
    void listsTheActOf2026FromItsDateOfForce() {
        var before = of2026.rules(Country.NO, day("2026-12-31"));
        var after = of2026.rules(Country.NO, day("2027-01-01"));

        assertThat(before.id()).isEqualTo("NO-1988");
        assertThat(after.id()).isEqualTo("NO-2026");
        assertThat(after.country()).isEqualTo(Country.NO);
        assertThat(after.statute()).contains("LOV-2026-05-22-19");
        assertThat(after.from()).isEqualTo(day("2027-01-01"));
        assertThat(after.reviewedThrough()).isEqualTo(day("2027-06-30"));
        assertThat(ids(after)).endsWith("NO-R26", "NO-F1", "NO-F2", "NO-F3").contains("NO-R6");
        assertThat(ids(after)).doesNotContain("NO-R7", "NO-R8", "NO-R9", "NO-R13", "NO-R19", "NO-R20");
    }

    @Test
    void saysWhereARuleIsAppliedAndWhatItCanMakeOfAStep() {
        var rules = law.rules(Country.NO, day("2026-11-22")).rules();

        assertThat(rules.get(1))
                .isEqualTo(new StatedRule("NO-R2", "forsinkelsesrenteloven § 3", RulePlace.INTEREST, List.of()));
        assertThat(rules.get(4).place()).isEqualTo(RulePlace.COMPENSATION);
        assertThat(rules.get(12).outcomes()).containsExactly(Outcome.LATER, Outcome.PERSON);
        assertThat(everyRule()).allSatisfy(rule -> {
            assertThat(rule.statute()).isNotBlank();
            assertThat(rule.place()).isNotNull();
        });
        assertThat(everyRule().filter(rule -> rule.id().equals("SE-R4")))
                .extracting(StatedRule::place)
                .containsExactly(RulePlace.COMPENSATION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nb", "sv", "en"})
    void hasATextForEveryRuleAndNoneToSpare(String language) {
        var locale = Locale.forLanguageTag(language);
        var texts = everyRule().map(rule -> rule.text(locale)).toList();

        assertThat(texts)
                .doesNotHaveDuplicates()
                .allSatisfy(text -> assertThat(text).hasSizeGreaterThan(20).endsWith("."));
        assertThat(ResourceBundle.getBundle("messages.rules", locale).keySet())
                .containsExactlyInAnyOrderElementsOf(
                        everyRule().map(rule -> "rule." + rule.id()).toList());
    }

    @Test
    void speaksTheReadersLanguage() {
        var rule = law.rules(Country.NO, day("2026-11-22")).rules().get(8);

        assertThat(rule.text(Locale.forLanguageTag("nb"))).isEqualTo("Det kreves høyst to slike gebyrer for et krav.");
        assertThat(rule.text(Locale.GERMAN)).isEqualTo("At most two such fees are charged for a claim.");
    }

    @Test
    void saysWhereThePacksStand() {
        assertThat(law.packs())
                .extracting(PackStanding::id, PackStanding::from)
                .containsExactly(
                        tuple("NO-1988", day("2004-01-01")),
                        tuple("NO-2026", null),
                        tuple("SE-1974", day("2004-01-01")));
        assertThat(of2026.packs().get(1))
                .isEqualTo(new PackStanding(
                        "NO-2026",
                        Country.NO,
                        "inkassoloven (LOV-2026-05-22-19)",
                        day("2027-01-01"),
                        day("2027-06-30")));
    }

    @Test
    void followsDatesThatChangeAndTakesTheLaterOfTwo() {
        var dates = new AtomicReference<>(List.<PackDates>of());
        var live = law.following(dates::get);
        assertThat(live.rules(Country.SE, day("2026-11-22")).reviewedThrough()).isEqualTo(day("2026-12-31"));

        dates.set(List.of(
                new PackDates("SE-1974", null, day("2028-12-31")), new PackDates("SE-1974", null, day("2027-06-30"))));

        assertThat(live.rules(Country.SE, day("2026-11-22")).reviewedThrough()).isEqualTo(day("2027-06-30"));
        assertThat(live.rules(Country.NO, day("2026-11-22")).reviewedThrough()).isEqualTo(day("2026-12-31"));
    }

    private Stream<StatedRule> everyRule() {
        var seen = new HashSet<String>();
        return Stream.of(
                        law.rules(Country.NO, day("2026-11-22")),
                        of2026.rules(Country.NO, day("2027-01-01")),
                        law.rules(Country.SE, day("2026-11-22")))
                .flatMap(pack -> pack.rules().stream())
                .filter(rule -> seen.add(rule.id()));
    }

    private static List<String> ids(PackInForce pack) {
        return pack.rules().stream().map(StatedRule::id).toList();
    }

    private static List<String> numbered(String series, int last) {
        return IntStream.rangeClosed(1, last)
                .mapToObj(number -> series + number)
                .toList();
    }
}
