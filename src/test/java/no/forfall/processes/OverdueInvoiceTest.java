package no.forfall.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.forfall.agency.Handovers;
import no.forfall.cases.CaseNotOpen;
import no.forfall.cases.Cases;
import no.forfall.cases.ClosingReason;
import no.forfall.correspondence.Letter;
import no.forfall.correspondence.LetterType;
import no.forfall.correspondence.Letters;
import no.forfall.receivables.Receivables;
import no.forfall.receivables.Relation;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.Country;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The ladder from the registered invoice to its ends; each test is a path. */
@ProcessTest
class OverdueInvoiceTest {

    @Autowired
    Letters letters;

    @Autowired
    Ladder ladder;

    @Autowired
    Cases cases;

    @Autowired
    Handovers handovers;

    @Autowired
    Receivables receivables;

    @Test
    void climbsFromTheReminderBeforeDueToTheAgencyInNorway() {
        ladder.house.itIs("2026-03-02");
        CaseNumber number = ladder.invoice(Country.NO, "2026-03-16");
        assertThat(ladder.standsAt(number)).containsExactly("waitBeforeDue");

        ladder.house.goTo("2026-03-11");
        assertThat(ladder.letterTypes(number)).containsExactly(LetterType.PRE_DUE_REMINDER);
        assertThat(ladder.standsAt(number)).containsExactly("waitPastDue");

        ladder.house.goTo("2026-03-17");
        assertThat(ladder.letterTypes(number)).endsWith(LetterType.FRIENDLY_REMINDER);
        assertThat(ladder.standsAt(number)).containsExactly("waitForFeeReminder");

        ladder.house.goTo("2026-03-29");
        assertThat(ladder.letterTypes(number)).doesNotContain(LetterType.FEE_REMINDER);
        ladder.house.goTo("2026-03-30");
        Letter reminder = ladder.lastLetter(number);
        assertThat(reminder.type()).isEqualTo(LetterType.FEE_REMINDER);
        assertThat(reminder.newFee()).hasToString("NOK 38.00");
        assertThat(reminder.deadline()).isEqualTo("2026-04-13");

        ladder.house.goTo("2026-04-15");
        assertThat(ladder.lastLetter(number)).isEqualTo(reminder);
        ladder.house.goTo("2026-04-16");
        Letter notice = ladder.lastLetter(number);
        assertThat(notice.type()).isEqualTo(LetterType.COLLECTION_NOTICE);
        assertThat(notice.deadline()).isAfterOrEqualTo(notice.dated().plusDays(14));

        ladder.house.goTo("2026-05-06");
        assertThat(ladder.standsAt(number)).containsExactly("decideHandOver");
        ladder.complete(number, "decideHandOver", Map.of("handOverDecision", "HAND_OVER"));
        assertThat(ladder.standsAt(number)).containsExactly("collectThroughAgency", "waitForAgency");
        assertThat(handovers.of(number)).hasSize(1);
        assertThat(ladder.journal(number))
                .startsWith("CaseOpened")
                .containsSubsequence(
                        "LetterSent",
                        "LetterSent",
                        "LetterSent",
                        "LetterSent",
                        "StepOpened",
                        "StepClosed",
                        "HandedOver");
    }

    @Test
    void writesTwoRemindersWithTenDaysInSweden() {
        ladder.house.itIs("2026-03-17");
        CaseNumber number = ladder.invoice(Country.SE, "2026-03-16");
        ladder.house.goTo("2026-03-23");
        Letter first = ladder.lastLetter(number);
        assertThat(first.type()).isEqualTo(LetterType.FEE_REMINDER);
        assertThat(first.newFee()).hasToString("SEK 60.00");
        assertThat(first.dated()).isEqualTo("2026-03-23");
        assertThat(first.deadline()).isEqualTo("2026-04-02");

        ladder.house.goTo("2026-04-09");
        Letter second = ladder.lastLetter(number);
        assertThat(second.type()).isEqualTo(LetterType.COLLECTION_NOTICE);
        assertThat(second.deadline()).isAfterOrEqualTo(second.dated().plusDays(10));
        ladder.house.goTo("2026-04-28");
        assertThat(ladder.standsAt(number)).containsExactly("decideHandOver");
    }

    @Test
    void chargesNothingInSwedenWithoutAnAgreement() {
        ladder.house.itIs("2026-03-17");
        CaseNumber number = ladder.invoice(Country.SE, "2026-03-16", Relation.KNOWN, false);
        ladder.house.goTo("2026-04-28");
        assertThat(ladder.letters(number)).allMatch(letter -> letter.newFee().isZero());
    }

    @Test
    void entersAtTheFirstContactWhenTheInvoiceArrivesLongOverdueAndSendsOneLetterAtATime() {
        ladder.house.itIs("2026-03-17");
        CaseNumber number = ladder.invoice(Country.NO, "2025-06-16");
        ladder.house.settle();
        assertThat(ladder.letterTypes(number)).containsExactly(LetterType.FRIENDLY_REMINDER);
        ladder.house.goTo("2026-03-26");
        assertThat(ladder.letterTypes(number)).hasSize(1);
        ladder.house.goTo("2026-03-27");
        assertThat(ladder.letterTypes(number)).endsWith(LetterType.FEE_REMINDER).hasSize(2);
    }

    @Test
    void skipsTheReminderBeforeDueWhenTheInvoiceIsAlmostDue() {
        ladder.house.itIs("2026-03-16");
        CaseNumber number = ladder.invoice(Country.NO, "2026-03-16");
        assertThat(ladder.standsAt(number)).containsExactly("waitPastDue");
        assertThat(ladder.letters(number)).isEmpty();
    }

    @Test
    void asksAPersonAboutAClaimThatLooksTimeBarredAndWritesItOff() {
        ladder.house.itIs("2026-03-17");
        CaseNumber number = ladder.invoice(Country.NO, "2022-06-15");
        assertThat(ladder.standsAt(number)).containsExactly("assessTimeBarred");
        ladder.complete(
                number,
                "assessTimeBarred",
                Map.of("timeBarredDecision", "WRITE_OFF", "note", "Three years have passed"));
        ladder.assertClosed(number, ClosingReason.WRITTEN_OFF);
    }

    @Test
    void pursuesAClaimThatLookedTimeBarredWhenAPersonSaysSo() {
        ladder.house.itIs("2026-03-17");
        CaseNumber number = ladder.invoice(Country.NO, "2022-06-15");
        ladder.complete(
                number, "assessTimeBarred", Map.of("timeBarredDecision", "PURSUE", "note", "Acknowledged last year"));
        assertThat(ladder.letterTypes(number)).containsExactly(LetterType.FRIENDLY_REMINDER);
    }

    @Test
    void keepsAClaimForFourteenDaysAndAsksAgainAndCanWriteItOff() {
        CaseNumber number = ladder.atTheDecision();
        ladder.complete(number, "decideHandOver", Map.of("handOverDecision", "KEEP"));
        assertThat(ladder.standsAt(number)).containsExactly("waitKept");
        ladder.house.next();
        ladder.complete(number, "decideHandOver", Map.of("handOverDecision", "WRITE_OFF"));
        ladder.assertClosed(number, ClosingReason.WRITTEN_OFF);
    }

    @Test
    void goesOnIntoAHalfYearWhoseRateIsNotKnownYet() {
        ladder.house.itIs("2026-10-20");
        CaseNumber number = ladder.invoice(Country.NO, "2026-10-16");
        ladder.house.goTo("2026-12-31");
        assertThat(ladder.standsAt(number)).containsExactly("decideHandOver");
        ladder.complete(number, "decideHandOver", Map.of("handOverDecision", "KEEP"));
        assertThat(cases.today(number)).isEqualTo("2026-12-31");
        assertThat(handovers.of(number)).isEmpty();
        ladder.house.goTo("2027-01-18");
        ladder.pays(number, "NOK 1.00");
        assertThat(ladder.standsAt(number)).containsExactly("decideHandOver");
    }

    @Test
    void comesBackToTheDecisionWhenTheClaimIsTakenBackFromTheAgency() {
        CaseNumber number = ladder.atTheDecision();
        ladder.complete(number, "decideHandOver", Map.of("handOverDecision", "HAND_OVER"));
        handovers.withdraw(number, "The debtor has called us");
        ladder.house.settle();
        assertThat(ladder.standsAt(number)).containsExactly("decideHandOver");
    }

    @Test
    void goesOnWithLessAfterAPartPayment() {
        ladder.house.itIs("2026-03-17");
        CaseNumber number = ladder.invoice(Country.NO, "2026-03-16");
        ladder.pays(number, "NOK 400.00");
        ladder.house.goTo("2026-03-30");
        assertThat(ladder.lastLetter(number).principal()).hasToString("NOK 600.00");
    }

    @Test
    void standsStillWhileHeldAndGoesOnLaterByTheSameTime() {
        ladder.house.itIs("2026-03-17");
        CaseNumber number = ladder.invoice(Country.NO, "2026-03-16");
        ladder.house.settle();
        ladder.house.goTo("2026-03-20");
        cases.hold(number, "The debtor is in hospital", LocalDate.parse("2026-04-02"));
        ladder.house.goTo("2026-04-02");
        assertThat(ladder.letterTypes(number)).containsExactly(LetterType.FRIENDLY_REMINDER);
        ladder.house.goTo("2026-04-10");
        assertThat(ladder.letterTypes(number)).containsExactly(LetterType.FRIENDLY_REMINDER);
        ladder.house.goTo("2026-04-13");
        assertThat(ladder.letterTypes(number)).endsWith(LetterType.FEE_REMINDER);
    }

    @Test
    void endsAPaidCaseThatWasHeld() {
        ladder.house.itIs("2026-03-17");
        CaseNumber number = ladder.invoice(Country.NO, "2026-03-16");
        ladder.house.settle();
        cases.hold(number, "Waiting for a document", null);
        ladder.pays(number, "NOK 5000.00");
        ladder.assertClosed(number, ClosingReason.PAID);
    }

    @Test
    void writesOneLetterAtATimeWithItsFullDeadlineWhenASwedishInvoiceArrivesLongOverdue() {
        ladder.house.itIs("2026-03-17");
        CaseNumber number = ladder.invoice(Country.SE, "2025-06-16");
        ladder.goUntil(number, "decideHandOver");
        assertThat(ladder.letterTypes(number))
                .containsExactly(LetterType.FRIENDLY_REMINDER, LetterType.FEE_REMINDER, LetterType.COLLECTION_NOTICE);
        List<Letter> letters = ladder.letters(number);
        assertThat(letters.get(0).dated()).isEqualTo("2026-03-17");
        assertThat(letters.get(1).dated()).isEqualTo("2026-03-23");
        assertThat(letters.get(1).deadline()).isEqualTo("2026-04-02");
        assertThat(letters.get(2).dated()).isAfter(letters.get(1).deadline());
        assertThat(letters.get(2).deadline())
                .isAfterOrEqualTo(letters.get(2).dated().plusDays(10));
        assertThat(ladder.house.today()).isAfter(letters.get(2).deadline());
    }

    @Test
    void decidesNothingWhileTheCaseIsHeld() {
        CaseNumber number = ladder.atTheDecision();
        cases.hold(number, "Waiting for a document", null);
        assertThatThrownBy(() -> ladder.complete(number, "decideHandOver", Map.of("handOverDecision", "HAND_OVER")))
                .isInstanceOf(CaseNotOpen.class);
        cases.resume(number);
        ladder.complete(number, "decideHandOver", Map.of("handOverDecision", "HAND_OVER"));
        assertThat(handovers.of(number)).hasSize(1);
    }

    @Test
    void endsWhenTheInvoiceIsCredited() {
        CaseNumber number = waitingForTheReminder();
        receivables.credit(
                cases.get(number).invoiceId(), Money.parse("NOK 1000.00"), ladder.house.today(), "note:" + number);
        ladder.assertClosed(number, ClosingReason.CREDITED);
        assertThat(ladder.ends(number)).containsExactly("caseEnded");
    }

    @Test
    void endsWhenTheCaseIsWithdrawn() {
        CaseNumber number = waitingForTheReminder();
        cases.close(number, ClosingReason.WITHDRAWN);
        ladder.assertClosed(number, ClosingReason.WITHDRAWN);
        assertThat(ladder.ends(number)).containsExactly("caseEnded");
        ladder.house.goTo("2026-09-30");
        assertThat(ladder.letterTypes(number)).containsExactly(LetterType.FRIENDLY_REMINDER);
    }

    private CaseNumber waitingForTheReminder() {
        ladder.house.itIs("2026-03-17");
        CaseNumber number = ladder.invoice(Country.NO, "2026-03-16");
        ladder.goUntil(number, "waitForFeeReminder");
        return number;
    }

    /** Whoever pays by the day that the friendly letter names has not been written to again. */
    @ParameterizedTest
    @CsvSource({
        "SE, 2026-03-16, 2026-03-17, sv, 'senast den (\\d+ \\p{L}+ \\d{4})'",
        "SE, 2026-03-12, 2026-03-13, sv, 'senast den (\\d+ \\p{L}+ \\d{4})'",
        "SE, 2026-02-16, 2026-03-17, sv, 'senast den (\\d+ \\p{L}+ \\d{4})'",
        "NO, 2026-03-16, 2026-03-17, nb, 'innen (\\d+. \\p{L}+ \\d{4})'",
        "NO, 2026-02-16, 2026-03-17, nb, 'innen (\\d+. \\p{L}+ \\d{4})'"
    })
    void remindsOnlyAfterTheDayThatTheFriendlyLetterNamed(
            Country country, String due, String today, String language, String named) {
        ladder.house.itIs(today);
        CaseNumber number = ladder.invoice(country, due);
        ladder.house.settle();
        ladder.goUntil(number, country == Country.SE ? "waitForReminderSweden" : "waitForFeeReminder");
        Letter friendly = ladder.lastDemand(number);
        assertThat(friendly.type()).isEqualTo(LetterType.FRIENDLY_REMINDER);
        Matcher said = Pattern.compile(named)
                .matcher(letters.html(friendly.id()).orElseThrow().replace('\u00a0', ' '));
        assertThat(said.find()).isTrue();
        LocalDate day = LocalDate.parse(
                said.group(1),
                DateTimeFormatter.ofPattern(
                        language.equals("nb") ? "d. MMMM yyyy" : "d MMMM yyyy", Locale.forLanguageTag(language)));
        ladder.goUntil(number, country == Country.SE ? "waitForReminderDeadlineSweden" : "waitForReminderDeadline");
        assertThat(ladder.lastDemand(number).dated()).isAfter(day);
    }
}
