package no.forfall.casefile;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import no.forfall.cases.CaseState;
import org.joda.money.Money;

/**
 * The whole of a debtor, over all creditors: a business is the same one everywhere, by its organisation number.
 *
 * @param claims its open claims, the earliest due first, at most {@link #MOST}
 * @param more how many more there are
 * @param exposure the open principal of all of them, one amount for each currency
 * @param kept how many promises and plans were kept, {@code partly} how many promises in part, and {@code broken} how many were not
 * @param disputes how many objections there were
 * @param calls the last calls, newest first
 */
public record DebtorPicture(
        List<OpenClaim> claims,
        long more,
        List<Money> exposure,
        int kept,
        int partly,
        int broken,
        int disputes,
        List<Call> calls) {

    /** How many claims are shown. */
    static final int MOST = 12;

    /** @param here whether it is the one of the case that is looked at */
    public record OpenClaim(
            String caseNumber,
            String creditor,
            String invoice,
            LocalDate dueOn,
            long daysOverdue,
            Money open,
            CaseState state,
            boolean here) {

        public String href() {
            return "/cases/" + caseNumber;
        }

        /** How its state looks. */
        public String tone() {
            return CaseScreen.tone(state);
        }

        /** The key of its state's word. */
        public String stateKey() {
            return "cases.status." + state.name().toUpperCase(Locale.ROOT);
        }
    }

    /** @param outcome in the reader's language */
    public record Call(LocalDate on, String outcome) {}
}
