package no.forfall.processes;

import static no.forfall.processes.Ladder.someone;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import no.forfall.correspondence.LetterType;
import no.forfall.law.DebtorKind;
import no.forfall.processes.Ladder.Customer;
import no.forfall.receivables.Relation;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.Country;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Where a case begins and who is called first, on each side of every limit in the two tables; today is 17 March 2026. */
@ProcessTest
class FirstStepTest {

    private static final String DUE = "2026-03-16";

    @Autowired
    Ladder ladder;

    @ParameterizedTest(name = "an invoice due on {2} of a {1} debtor in {0} stands at {3}")
    @CsvSource(textBlock = """
            NO, BUSINESS, 2026-04-17, waitBeforeDue
            NO, BUSINESS, 2026-03-18, waitPastDue
            NO, BUSINESS, 2026-03-17, waitPastDue
            NO, BUSINESS, 2026-03-16, waitForFeeReminder
            NO, BUSINESS, 2025-03-17, waitForFeeReminder
            NO, BUSINESS, 2023-03-17, assessTimeBarred
            NO, BUSINESS, 2023-03-20, waitForFeeReminder
            SE, PRIVATE, 2023-03-17, assessTimeBarred
            SE, BUSINESS, 2023-03-17, waitForReminderSweden
            """)
    void beginsWhereTheDueDateSays(Country country, DebtorKind kind, String dueOn, String element) {
        CaseNumber number = invoice(new Customer("Nordlys", country, someone(), kind, Relation.KNOWN), dueOn, 1000);
        assertThat(ladder.standsAt(number)).containsExactly(element);
        boolean wasWrittenTo = element.startsWith("waitFor");
        assertThat(ladder.letterTypes(number))
                .isEqualTo(wasWrittenTo ? List.of(LetterType.FRIENDLY_REMINDER) : List.of());
    }

    @Test
    void remindsAtOnceOfAnInvoiceThatArrivesTwoDaysBeforeItIsDue() {
        CaseNumber number = invoice(known("Nordlys", DebtorKind.BUSINESS), "2026-03-19", 1000);
        assertThat(ladder.letterTypes(number)).containsExactly(LetterType.PRE_DUE_REMINDER);
        assertThat(ladder.standsAt(number)).containsExactly("waitPastDue");
    }

    @ParameterizedTest(name = "a {1} {0} debtor who owes {2}: {3}")
    @CsvSource(textBlock = """
            BUSINESS, NEW,   1000,   called
            PRIVATE,  NEW,   1000,   called
            BUSINESS, KNOWN, 50000,  called
            BUSINESS, GOOD,  50000,  called
            BUSINESS, KNOWN, 49999,  written to
            PUBLIC,   KNOWN, 50000,  written to
            PRIVATE,  KNOWN, 99999,  written to
            PRIVATE,  GOOD,  100000, called
            """)
    void callsFirstWhereACallIsWorthIt(DebtorKind kind, Relation relation, long amount, String contact) {
        assertContact(invoice(new Customer(someone(), Country.NO, someone(), kind, relation), DUE, amount), contact);
    }

    @Test
    void callsTheDebtorWhoseInvoicesTogetherAreALargeExposure() {
        Customer customer = known(someone(), DebtorKind.BUSINESS);
        assertContact(invoice(customer, DUE, 40_000), "written to");
        assertContact(invoice(customer, DUE, 40_000), "written to");
        assertContact(invoice(customer, DUE, 40_000), "called");
    }

    @Test
    void callsTheFiveLargestExposuresOfTheCreditorAndWritesToTheSixth() {
        String creditor = someone();
        LongStream.of(600_000, 500_000, 400_000, 300_000, 200_000)
                .mapToObj(amount -> invoice(known(creditor, DebtorKind.PRIVATE), DUE, amount))
                .forEach(number -> assertContact(number, "called"));
        assertContact(invoice(known(creditor, DebtorKind.PRIVATE), DUE, 150_000), "written to");
    }

    private static Customer known(String creditor, DebtorKind kind) {
        return new Customer(creditor, Country.NO, someone(), kind, Relation.KNOWN);
    }

    private CaseNumber invoice(Customer customer, String dueOn, long amount) {
        ladder.house.itIs("2026-03-17");
        CaseNumber number = ladder.invoice(customer, dueOn, amount, true);
        ladder.house.settle();
        return number;
    }

    private void assertContact(CaseNumber number, String contact) {
        boolean called = contact.equals("called");
        assertThat(ladder.standsAt(number))
                .isEqualTo(called ? List.of("followUpByPhone", "callDebtor") : List.of("waitForFeeReminder"));
        assertThat(ladder.letterTypes(number)).isEqualTo(called ? List.of() : List.of(LetterType.FRIENDLY_REMINDER));
    }
}
