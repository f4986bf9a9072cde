package no.forfall.lawbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.NoSuchElementException;
import no.forfall.ForfallTest;
import no.forfall.House;
import no.forfall.law.CaseFacts;
import no.forfall.law.DebtorKind;
import no.forfall.law.Law;
import no.forfall.law.LegalStep;
import no.forfall.law.RateKind;
import no.forfall.law.RateUnknown;
import no.forfall.law.Rates;
import no.forfall.law.Verdict;
import no.forfall.shared.Country;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Each test is undone at its end: what is confirmed would hold for every test after it. */
@ForfallTest
@Transactional
class LawBookTest {

    private static final LocalDate NEXT = LocalDate.parse("2027-01-01");

    @Autowired
    LawBook book;

    @Autowired
    LawEntries entries;

    @Autowired
    Law law;

    @Autowired
    Rates rates;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    House house;

    @BeforeEach
    void today() {
        house.itIs("2027-01-04");
    }

    @Test
    void countsWithARateFromTheMomentASecondManagerConfirmsIt() {
        var otherNode = new ConfirmedLaw(entries);
        long id = proposeInterest("11.75");

        assertThat(book.waiting()).extracting(LawEntry::id).contains(id);
        assertUnknown(rates);

        book.confirm(id, "otto");

        assertThat(rates.lateInterestPercent(Country.NO, LocalDate.parse("2027-06-30")))
                .hasToString("11.75");
        assertThat(otherNode.rates().lateInterestKnownThrough(Country.NO)).isEqualTo("2027-06-30");
        assertThat(book.waiting()).extracting(LawEntry::id).doesNotContain(id);
        assertThat(book.decided().get(0).decidedBy()).isEqualTo("otto");
    }

    @Test
    void leavesTheConfirmationToSomebodyElse() {
        long id = proposeInterest("11.75");

        assertRefused("", "own", () -> book.confirm(id, "mia"));
        assertUnknown(rates);
    }

    @Test
    void decidesOnce() {
        long id = proposeInterest("11.75");
        book.reject(id, "mia");

        assertRefused("", "gone", () -> book.confirm(id, "otto"));
        assertUnknown(rates);
        assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(() -> book.confirm(-1, "otto"));
    }

    @Test
    void correctsWithANewRowAndAReason() {
        LocalDate first = LocalDate.parse("2026-07-01");
        assertRefused(
                "reason",
                "reason",
                () -> book.proposeRate(RateKind.LATE_COMPENSATION, first, new BigDecimal("440"), "FOR-1", " ", "mia"));

        book.proposeRate(RateKind.LATE_COMPENSATION, first, new BigDecimal("440"), "FOR-1", "misread", "mia");
        book.confirm(latest(), "otto");
        book.proposeRate(RateKind.LATE_COMPENSATION, first, new BigDecimal("450"), "FOR-1", "misread again", "otto");
        book.confirm(latest(), "mia");

        assertThat(rates.series(RateKind.LATE_COMPENSATION))
                .filteredOn(row -> row.from().equals(first))
                .singleElement()
                .satisfies(row -> assertThat(row.value()).isEqualByComparingTo("450"));
        assertThat(book.decided()).extracting(LawEntry::reason).startsWith("misread again", "misread");
    }

    @Test
    void neverChangesARow() {
        long id = proposeInterest("11.75");

        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> jdbc.sql("update app.law_entry set value = 1 where id = ?")
                        .param(id)
                        .update())
                .withMessageContaining("never changed");
    }

    @Test
    void deletesNoRow() {
        long id = proposeInterest("11.75");

        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> jdbc.sql("delete from app.law_entry where id = ?")
                        .param(id)
                        .update());
    }

    @Test
    void holdsTheFourEyesInTheDatabaseToo() {
        long id = proposeInterest("11.75");

        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() ->
                        entries.decide(id, LawEntry.State.CONFIRMED, "mia", Instant.parse("2027-01-04T08:00:00Z")));
    }

    @Test
    void extendsTheReview() {
        assertThat(notice()).isInstanceOf(Verdict.Barred.class);

        book.proposeReview("NO-1988", LocalDate.parse("2027-06-30"), "Read by the lawyer", null, "mia");
        book.confirm(latest(), "otto");

        assertThat(notice().mayHappen()).isTrue();
        assertRefused(
                "reason",
                "reason",
                () -> book.proposeReview("NO-1988", LocalDate.parse("2027-03-31"), "Read again", null, "mia"));
    }

    @Test
    void putsTheNewActInForce() {
        book.proposeForce("NO-2026", NEXT, "Norsk Lovtidend", null, "mia");
        book.confirm(latest(), "otto");
        assertThat(notice()).isInstanceOf(Verdict.Barred.class);

        book.proposeReview("NO-2026", LocalDate.parse("2027-06-30"), "Read by the lawyer", null, "mia");
        book.confirm(latest(), "otto");

        assertThat(notice()).isInstanceOf(Verdict.AllowedAsAnnouncement.class);
        assertRefused(
                "reason",
                "reason",
                () -> book.proposeForce("NO-2026", LocalDate.parse("2027-07-01"), "Norsk Lovtidend", null, "mia"));
    }

    @Test
    void takesOneProposalAtATime() {
        proposeInterest("11.75");

        assertRefused("", "waits", () -> proposeInterest("11.50"));
    }

    @ParameterizedTest
    @CsvSource({
        "LATE_INTEREST_PERCENT, 2027-02-01, 12, FOR-1, day, begin.LATE_INTEREST_PERCENT",
        "INKASSOSATS, 2027-07-01, 780, FOR-1, day, begin.INKASSOSATS",
        "LATE_INTEREST_PERCENT, 2027-01-01, 0, FOR-1, value, percent",
        "LATE_INTEREST_PERCENT, 2027-01-01, 51, FOR-1, value, percent",
        "REFERENCE_RATE_PERCENT, 2027-01-01, -8, FOR-1, value, percent",
        "INKASSOSATS, 2028-01-01, 100001, FOR-1, value, amount",
        "INKASSOSATS, 2028-01-01, -1, FOR-1, value, amount",
        "LATE_INTEREST_PERCENT, 2027-01-01, 12.125, FOR-1, value, decimals",
        "FEE_FRACTION, 2027-01-01, 0.05125, FOR-1, value, decimals",
        "LATE_INTEREST_PERCENT, 2027-01-01, 12, ' ', source, source"
    })
    void namesTheFieldThatIsWrong(
            RateKind kind, LocalDate from, BigDecimal value, String source, String field, String why) {
        assertRefused(field, why, () -> book.proposeRate(kind, from, value, source, null, "mia"));
    }

    @ParameterizedTest
    @CsvSource({
        "REFERENCE_RATE_PERCENT, 2027-01-01, -0.50",
        "FEE_FRACTION, 2027-03-01, 0.0625",
        "REMINDER_FEE, 2027-02-15, 70"
    })
    void takesWhatTheSeriesMayHold(RateKind kind, LocalDate from, BigDecimal value) {
        book.proposeRate(kind, from, value, "SFS 2026:1", null, "mia");
        book.confirm(latest(), "otto");

        assertThat(rates.series(kind)).last().satisfies(row -> {
            assertThat(row.from()).isEqualTo(from);
            assertThat(row.value()).isEqualByComparingTo(value);
        });
    }

    @Test
    void knowsOnlyThePacksThereAre() {
        assertRefused("pack", "pack", () -> book.proposeReview("DK-1999", NEXT, "x", null, "mia"));
    }

    private long proposeInterest(String percent) {
        book.proposeRate(RateKind.LATE_INTEREST_PERCENT, NEXT, new BigDecimal(percent), "FOR-1", null, "mia");
        return latest();
    }

    private long latest() {
        return entries.proposed().get(entries.proposed().size() - 1).id();
    }

    private Verdict notice() {
        var facts = CaseFacts.of(Country.NO, DebtorKind.PRIVATE, LocalDate.parse("2026-11-02"), Money.parse("NOK 1000"))
                .build();
        return law.verdict(LegalStep.NOTICE, facts, house.today());
    }

    private static void assertUnknown(Rates rates) {
        assertThatExceptionOfType(RateUnknown.class).isThrownBy(() -> rates.lateInterestPercent(Country.NO, NEXT));
    }

    private static void assertRefused(String field, String kind, Runnable action) {
        assertThatExceptionOfType(Refused.class).isThrownBy(action::run).satisfies(refused -> {
            assertThat(refused.field()).isEqualTo(field);
            assertThat(refused.kind()).isEqualTo(kind);
        });
    }
}
