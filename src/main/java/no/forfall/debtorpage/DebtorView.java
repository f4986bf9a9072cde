package no.forfall.debtorpage;

import java.time.LocalDate;
import java.util.List;
import no.forfall.arrangements.Answer;
import no.forfall.arrangements.Instalment;
import no.forfall.law.InterestSegment;
import no.forfall.receivables.Part;
import no.forfall.ui.QrCode;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a debtor sees of a claim. Dates are local dates in the creditor's country.
 *
 * @param description what the invoice is for; null when the creditor did not say
 * @param claim each part apart; empty when nothing is to be paid
 * @param interest how the interest that is asked for was counted; empty when none is
 * @param order which part a payment covers first
 * @param next what comes next when nothing is paid
 * @param answer what the debtor has answered and what is being worked on
 * @param instalments of the promise or plan that is open or proposed; empty when there is none
 * @param proposed whether the plan waits for the debtor's yes
 * @param disputed whether an objection is being looked at
 * @param partDisputed whether that concerns a part of the claim, which is not in the amounts
 * @param agency who has the claim now; null when nobody else has
 */
public record DebtorView(
        Standing standing,
        String creditor,
        @Nullable String email,
        @Nullable String phone,
        String invoiceNumber,
        LocalDate issuedOn,
        LocalDate dueOn,
        @Nullable String description,
        String caseNumber,
        List<Line> claim,
        Money total,
        List<InterestSegment> interest,
        List<Part> order,
        @Nullable Payment payment,
        @Nullable Next next,
        @Nullable Answer answer,
        List<Instalment> instalments,
        boolean proposed,
        boolean disputed,
        boolean partDisputed,
        @Nullable String agency,
        Limits limits) {

    /** How the claim stands. */
    public enum Standing {
        TO_PAY,
        NOTHING_TO_PAY,
        WITH_AGENCY
    }

    /**
     * @param label the rest of its message's key after {@code debtor.claim.}
     * @param amount negative for what was paid or credited
     */
    public record Line(String label, Money amount) {}

    /**
     * How to pay.
     *
     * @param accountKind BANKGIRO, IBAN or ACCOUNT
     * @param account null when it stands on the invoice only
     * @param referenceKind NO for a KID, SE for an OCR number, MARK for the number of the invoice
     * @param by the last day to pay; null for “as soon as possible”
     * @param code what Swedish bank apps read; null where there is none
     */
    public record Payment(
            String accountKind,
            @Nullable String account,
            String referenceKind,
            String reference,
            Money amount,
            @Nullable LocalDate by,
            @Nullable QrCode code) {

        /** The amount as banks of the Nordic countries take it. */
        public String bankFigures() {
            return amount.getAmount().toPlainString().replace('.', ',');
        }
    }

    /**
     * @param label the rest of its message's key after {@code debtor.next.}
     * @param on the first day on which it may come; null when that is not known
     */
    public record Next(String label, @Nullable LocalDate on) {}

    /**
     * @param lastPromise the last day that may be promised
     * @param mostInstalments below two when the claim is too small to be divided
     */
    public record Limits(
            LocalDate today,
            LocalDate lastPromise,
            LocalDate lastFirstInstalment,
            int mostInstalments,
            Money leastInstalment) {

        public boolean allowPlan() {
            return mostInstalments > 1;
        }
    }

    /** Whether the debtor may answer by themselves now. */
    public boolean mayAnswer() {
        return standing == Standing.TO_PAY && answer == null && !disputed;
    }

    /** An objection may be raised whatever else was answered. */
    public boolean mayObject() {
        return standing == Standing.TO_PAY && !disputed;
    }
}
