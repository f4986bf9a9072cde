package no.forfall.processes;

import static no.forfall.processes.Ladder.someone;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import no.forfall.arrangements.DebtorAnswers;
import no.forfall.cases.Cases;
import no.forfall.correspondence.Letter;
import no.forfall.correspondence.LetterType;
import no.forfall.disputes.DisputeReason;
import no.forfall.disputes.Disputes;
import no.forfall.engine.Editions;
import no.forfall.identity.CurrentPerson;
import no.forfall.journal.Journal;
import no.forfall.journal.JournalEntry;
import no.forfall.law.DebtorKind;
import no.forfall.policy.Behaviour;
import no.forfall.policy.CountedSegment;
import no.forfall.policy.OverrideKind;
import no.forfall.policy.Overrides;
import no.forfall.policy.Segment;
import no.forfall.policy.Segments;
import no.forfall.policy.Tone;
import no.forfall.processes.Ladder.Customer;
import no.forfall.receivables.Relation;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.Country;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Debtors are counted into groups by how they were seen to pay, and the next letters and calls follow. */
@ProcessTest
class SegmentsTest {

    private static final String DUE = "2026-03-16";
    private static final String NEXT_DUE = "2026-09-15";
    private static final Path TABLE = Path.of("processes/policy/segment.dmn");
    private static final Path LETTERS = Path.of("processes/policy/letter-policy.dmn");

    @Autowired
    DebtorAnswers answers;

    @Autowired
    Ladder ladder;

    @Autowired
    Segments segments;

    @Autowired
    Overrides overrides;

    @Autowired
    Disputes disputes;

    @Autowired
    Cases cases;

    @Autowired
    Editions editions;

    @Autowired
    Journal journal;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void itIsTheDayAfterTheDueDate() {
        ladder.house.itIs("2026-03-17");
    }

    @ParameterizedTest(name = "{11}: row {12}")
    @CsvSource(textBlock = """
            # time first second forced open parts kept broken days rejected upheld
            9, 0, 0, 0, 0, 0, 1, 2,  0, 0, 0, WILL_NOT,   1
            9, 0, 0, 0, 0, 0, 3, 2,  0, 0, 0, FORGOT,     4
            9, 0, 0, 0, 0, 0, 0, 0,  0, 3, 0, WILL_NOT,   2
            9, 0, 0, 0, 0, 0, 0, 0,  0, 2, 5, FORGOT,     4
            0, 1, 1, 2, 0, 0, 0, 0,  0, 0, 0, WILL_NOT,   3
            0, 2, 1, 2, 0, 0, 0, 0,  0, 0, 0, CANNOT_NOW, 9
            0, 0, 0, 1, 1, 0, 0, 0,  0, 0, 0, NEW,        10
            2, 1, 0, 1, 0, 0, 0, 0,  0, 0, 0, FORGOT,     4
            0, 1, 0, 0, 0, 0, 0, 0,  0, 0, 0, FORGOT,     4
            0, 0, 0, 2, 0, 0, 1, 0,  0, 0, 0, CANNOT_NOW, 5
            0, 0, 0, 2, 0, 1, 0, 1,  0, 0, 0, CANNOT_NOW, 6
            0, 0, 1, 0, 0, 0, 0, 0, 14, 0, 0, CANNOT_NOW, 7
            0, 0, 0, 0, 3, 0, 0, 0,  0, 0, 0, CANNOT_NOW, 8
            0, 0, 2, 0, 0, 0, 0, 0, 13, 0, 0, CANNOT_NOW, 9
            0, 0, 1, 0, 2, 0, 0, 0,  0, 0, 0, NEW,        10
            """)
    void judgesByTheTable(
            int inTime,
            int afterFirst,
            int afterSecond,
            int forced,
            int open,
            int inParts,
            int kept,
            int broken,
            int days,
            int rejected,
            int upheld,
            Segment segment,
            int row) {
        CaseNumber number = invoice(customer(), DUE);
        CountedSegment counted = judge(
                number,
                new Behaviour(
                        inTime,
                        afterFirst,
                        afterSecond,
                        forced,
                        open,
                        inParts,
                        kept,
                        broken,
                        days,
                        rejected,
                        upheld,
                        false));
        assertThat(counted.segment()).isEqualTo(segment);
        assertThat(counted.row()).isEqualTo(row);
        assertThat(counted.note()).isNotBlank();
        assertThat(segments.of(invoiceOf(number), today())).isEqualTo(segment);
        assertThat(segments.counted(invoiceOf(number))).contains(counted);
    }

    @Test
    void doesNotJudgeASparedDebtor() {
        CaseNumber number = invoice(customer(), DUE);
        assertThat(judge(number, new Behaviour(0, 0, 0, 9, 9, 0, 0, 9, 0, 9, 0, true)))
                .returns(Segment.NEW, CountedSegment::segment)
                .returns(0, CountedSegment::row);
    }

    @Test
    void knowsWhoOnlyForgetsAndWritesKindly() {
        Customer customer = customer();
        CaseNumber paid = invoice(customer, DUE);
        ladder.house.goTo("2026-03-20");
        ladder.pays(paid, "NOK 1000.00");
        assertThat(counted(paid).behaviour().afterFirst()).isEqualTo(1);
        assertThat(counted(paid).note()).isEqualTo("Pays as soon as it is reminded kindly");
        assertThat(counted(paid).countedOn()).isEqualTo("2026-03-20");

        CaseNumber next = nextInvoice(customer, 60_000);
        assertThat(segments.of(invoiceOf(next), today())).isEqualTo(Segment.FORGOT);
        assertThat(ladder.letterTypes(next)).containsExactly(LetterType.FRIENDLY_REMINDER);
        assertThat(decided(next)).isEqualTo("Who only forgets needs no more than a friendly word");
        ladder.goUntil(next, "waitForReminderDeadline");
        assertThat(ladder.lastLetter(next).terms().tone()).isEqualTo(Tone.FRIENDLY);
        assertThat(ladder.lastLetter(next).newFee().isPositive()).isTrue();
    }

    @Test
    void knowsWhoPaysOnlyWhenForcedAndSpeaksPlainlyAfterTheFriendlyWord() {
        Customer customer = customer();
        forced(customer);
        CaseNumber next = nextInvoice(customer, 1000);
        assertThat(counted(next).behaviour().forced()).isEqualTo(2);
        assertThat(counted(next).segment()).isEqualTo(Segment.WILL_NOT);
        ladder.goUntil(next, "waitForNoticeDeadline");
        assertThat(tones(next)).containsExactly(Tone.FRIENDLY, Tone.FIRM, Tone.FIRM);
        assertThat(ladder.letters(next))
                .noneMatch(letter -> letter.terms().basis().softened());
    }

    @Test
    void isNotFirmWithSomebodyWhoGotNoFriendlierLetterBefore() {
        Customer customer = customer();
        forced(customer);
        ladder.house.itIs("2026-09-16");
        CaseNumber called = ladder.invoice(customer, NEXT_DUE, 60_000, true);
        ladder.house.settle();
        ladder.complete(called, "callDebtor", Map.of("outcome", "REACHED"));
        ladder.goUntil(called, "waitForReminderDeadline");
        Letter reminder = ladder.lastLetter(called);
        assertThat(reminder.terms().tone()).isEqualTo(Tone.NEUTRAL);
        assertThat(reminder.terms().basis().softened()).isTrue();
        ladder.goUntil(called, "waitForNoticeDeadline");
        assertThat(ladder.lastLetter(called).terms().tone()).isEqualTo(Tone.FIRM);
    }

    @Test
    void isFirmOnlyWhenTheFriendlierLetterHasHadItsTimeWhateverATableSays() throws IOException {
        String own = Files.readString(LETTERS);
        try {
            publish("letter-policy.dmn", own.replace("\"FRIENDLY\"", "\"FIRM\"").replace("\"NEUTRAL\"", "\"FIRM\""));
            CaseNumber number = ladder.invoice(customer(), DUE, 1000, true);
            ladder.house.settle();
            ladder.goUntil(number, "waitForNoticeDeadline");
            assertThat(tones(number)).containsExactly(Tone.NEUTRAL, Tone.FIRM, Tone.FIRM);
        } finally {
            publish("letter-policy.dmn", own);
        }
    }

    @Test
    void knowsWhoPaysInPartsAndCallsEarlyAndGivesTime() {
        Customer customer = customer();
        CaseNumber inParts = invoice(customer, DUE);
        ladder.house.goTo("2026-03-20");
        ladder.pays(inParts, "NOK 400.00");
        ladder.goUntil(inParts, "waitForReminderDeadline");
        ladder.pays(inParts, ladder.balance(inParts).toPay().toString());
        assertThat(counted(inParts).behaviour().inParts()).isEqualTo(1);

        CaseNumber next = nextInvoice(customer, 1000);
        assertThat(counted(next).segment()).isEqualTo(Segment.CANNOT_NOW);
        assertThat(ladder.standsAt(next)).contains("callDebtor");
        assertThat(decided(next)).isEqualTo("Who cannot pay now is called early, to agree on something");
        ladder.complete(next, "callDebtor", Map.of("outcome", "REACHED"));
        ladder.goUntil(next, "waitForReminderDeadline");
        Letter reminder = ladder.lastLetter(next);
        assertThat(reminder.terms().tone()).isEqualTo(Tone.NEUTRAL);
        assertThat(reminder.deadline()).isEqualTo(reminder.dated().plusDays(21));
    }

    @Test
    void countsObjectionsThatWereNotRightAndNeverThoseThatWere() {
        Customer customer = customer();
        CaseNumber right = invoice(customer, DUE);
        decide(right, Map.of("outcome", "UPHELD", "comment", "It does leak"));
        CaseNumber wrong = invoice(customer, DUE);
        decide(wrong, Map.of("outcome", "REJECTED", "comment", "It was the hose"));
        assertThat(counted(wrong).behaviour()).isEqualTo(new Behaviour(0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 1, false));
    }

    @Test
    void countsPromisesThatWereBroken() {
        Customer customer = customer();
        CaseNumber number = invoice(customer, DUE);
        CurrentPerson.debtor(() -> {
            answers.promise(number, LocalDate.parse("2026-03-27"));
            return true;
        });
        ladder.house.goTo("2026-04-10");
        Behaviour counted = Objects.requireNonNull(counted(number).behaviour());
        assertThat(counted.promisesBroken()).isEqualTo(1);
        assertThat(counted.promisesKept()).isZero();
    }

    @Test
    void countsTheAgencyAndTheDaysThatWereGranted() {
        CaseNumber number = ladder.atTheDecision();
        overrides.make(
                number,
                invoiceOf(number),
                OverrideKind.MORE_DAYS,
                false,
                14,
                "marit",
                "Asked for it",
                today().plusDays(30),
                today());
        ladder.complete(number, "decideHandOver", Map.of("handOverDecision", "HAND_OVER"));
        assertThat(counted(number).behaviour()).isEqualTo(new Behaviour(0, 0, 0, 1, 1, 0, 0, 0, 14, 0, 0, false));
    }

    @Test
    void forgetsWhatIsTwoYearsBack() {
        Customer customer = customer();
        forced(customer);
        ladder.house.itIs("2028-03-20");
        CaseNumber next = ladder.invoice(customer, "2028-04-20", 1000, true);
        ladder.house.settle();
        assertThat(counted(next).behaviour().known()).isZero();
        assertThat(counted(next).segment()).isEqualTo(Segment.NEW);
    }

    @Test
    void saysOnTheCasesThatAreOpenWhenTheGroupHasChanged() {
        Customer customer = customer();
        CaseNumber open = invoice(customer, DUE);
        CaseNumber paid = invoice(customer, DUE);
        ladder.house.goTo("2026-03-20");
        ladder.pays(paid, "NOK 1000.00");
        assertThat(facts(open, "SegmentChanged"))
                .containsEntry("before", "NEW")
                .containsEntry("segment", "FORGOT")
                .containsEntry("note", "Pays as soon as it is reminded kindly");
        assertThat(ladder.journal(paid)).doesNotContain("SegmentChanged");
    }

    @Test
    void countsAnewWhenADesignerHasPublishedAnotherTable() throws IOException {
        Customer customer = customer();
        CaseNumber paid = invoice(customer, DUE);
        ladder.house.goTo("2026-03-20");
        ladder.pays(paid, "NOK 1000.00");
        String own = Files.readString(TABLE);
        try {
            publish("segment.dmn", own.replace("&gt;= 75", "&gt; 100"));
            ladder.house.settle();
            assertThat(counted(paid).segment()).isEqualTo(Segment.NEW);
            publish("segment.dmn", own.replace("\"FORGOT\"", "\"UNHEARD_OF\""));
            ladder.house.settle();
            assertThat(counted(paid).segment()).isEqualTo(Segment.NEW);
        } finally {
            publish("segment.dmn", own);
            ladder.house.settle();
        }
        assertThat(counted(paid).segment()).isEqualTo(Segment.FORGOT);
    }

    @Test
    void followsAPersonsCorrectionThroughItsLastDayAndTheCountAfterThat() {
        Customer customer = customer();
        CaseNumber paid = invoice(customer, DUE);
        ladder.house.goTo("2026-03-20");
        ladder.pays(paid, "NOK 1000.00");
        correct(paid, Segment.CANNOT_NOW, "2026-09-30");
        correct(paid, Segment.WILL_NOT, "2026-09-20");
        assertThat(facts(paid, "SegmentCorrected"))
                .containsEntry("counted", "FORGOT")
                .containsEntry("segment", "WILL_NOT")
                .containsEntry("endsOn", "2026-09-20")
                .containsEntry("note", "Told us so");

        CaseNumber next = nextInvoice(customer, 60_000);
        assertThat(ladder.standsAt(next)).contains("callDebtor");
        assertThat(segments.of(invoiceOf(next), LocalDate.parse("2026-09-20"))).isEqualTo(Segment.WILL_NOT);
        assertThat(segments.of(invoiceOf(next), LocalDate.parse("2026-09-21"))).isEqualTo(Segment.FORGOT);
        assertThat(counted(next).segment()).isEqualTo(Segment.FORGOT);
    }

    @Test
    void countsManyDebtorsTogether() {
        jdbc.sql("create extension if not exists pg_stat_statements schema public")
                .update();
        List<CaseNumber> numbers = IntStream.range(0, 40)
                .mapToObj(n -> ladder.invoice(customer(), DUE, 1000, true))
                .toList();
        jdbc.sql("select pg_stat_statements_reset()").query().listOfRows();
        ladder.house.settle();
        Map<String, Long> calls = new HashMap<>();
        jdbc.sql("select query, calls from pg_stat_statements"
                        + " where query like '%debtor_behaviour (%' or query like '%cross join lateral%'")
                .query(row -> {
                    calls.put(row.getString("query"), row.getLong("calls"));
                });
        assertThat(counted(numbers.get(39)).behaviour().openOverdue()).isEqualTo(1);
        assertThat(calls)
                .hasSize(2)
                .allSatisfy((query, count) -> assertThat(count).as(query).isLessThanOrEqualTo(2));
    }

    private static Customer customer() {
        return new Customer(someone(), Country.NO, someone(), DebtorKind.BUSINESS, Relation.KNOWN);
    }

    private CaseNumber invoice(Customer customer, String due) {
        CaseNumber number = ladder.invoice(customer, due, 1000, true);
        ladder.house.settle();
        return number;
    }

    /** Two invoices that were paid after the notice. */
    private void forced(Customer customer) {
        for (int i = 0; i < 2; i++) {
            ladder.house.itIs("2026-03-17");
            CaseNumber number = invoice(customer, DUE);
            if (ladder.standsAt(number).contains("callDebtor")) {
                ladder.complete(number, "callDebtor", Map.of("outcome", "REACHED"));
            }
            ladder.goUntil(number, "waitForNoticeDeadline");
            ladder.house.goTo(ladder.house.today().plusDays(2).toString());
            ladder.pays(number, ladder.balance(number).toPay().toString());
            assertThat(ladder.state(number)).isEqualTo("PAID");
        }
    }

    /** Half a year later, on the day after the due date. */
    private CaseNumber nextInvoice(Customer customer, long amount) {
        ladder.house.itIs("2026-09-16");
        CaseNumber next = ladder.invoice(customer, NEXT_DUE, amount, true);
        ladder.house.settle();
        return next;
    }

    private void decide(CaseNumber number, Map<String, Object> values) {
        disputes.raise(number, DisputeReason.FAULTY, "It leaks", "kari");
        ladder.house.settle();
        ladder.complete(number, "assessDispute", values);
    }

    private void correct(CaseNumber number, Segment segment, String endsOn) {
        overrides.correct(
                number,
                invoiceOf(number),
                counted(number).segment(),
                segment,
                "liv",
                "Told us so",
                LocalDate.parse(endsOn),
                today());
    }

    private CountedSegment judge(CaseNumber number, Behaviour behaviour) {
        long debtor = jdbc.sql("select debtor_id from app.invoice where id = ?")
                .param(invoiceOf(number))
                .query(Long.class)
                .single();
        return segments.judge(Map.of(debtor, behaviour), today()).get(debtor).now();
    }

    private CountedSegment counted(CaseNumber number) {
        return segments.counted(invoiceOf(number)).orElseThrow();
    }

    private void publish(String file, String table) {
        editions.publish(file, table.getBytes(StandardCharsets.UTF_8), "dag", "to try");
    }

    private List<Tone> tones(CaseNumber number) {
        return ladder.letters(number).stream()
                .map(letter -> letter.terms().tone())
                .toList();
    }

    private String decided(CaseNumber number) {
        return String.valueOf(facts(number, "TableDecided").get("note"));
    }

    private Map<String, Object> facts(CaseNumber number, String kind) {
        return journal.of(number, Long.MAX_VALUE, 500).stream()
                .filter(entry -> entry.kind().equals(kind))
                .findFirst()
                .map(JournalEntry::facts)
                .orElseThrow();
    }

    private long invoiceOf(CaseNumber number) {
        return cases.get(number).invoiceId();
    }

    private LocalDate today() {
        return ladder.house.today();
    }
}
