package no.forfall.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import no.forfall.cases.CaseState;
import no.forfall.cases.ClosingReason;
import no.forfall.law.DebtorKind;
import no.forfall.law.LegalStep;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.Country;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of one case. Dates are local dates of the creditor's country.
 *
 * @param hold null when it is not held
 * @param steps where its processes stand
 * @param plannedNext null when nothing is planned, or nothing happens because it is held or closed
 * @param refusals what the law does not allow today
 */
public record CaseFile(
        CaseNumber number,
        CaseState status,
        @Nullable ClosingReason closingReason,
        Instant openedAt,
        @Nullable Instant closedAt,
        @Nullable Hold hold,
        Debtor debtor,
        Creditor creditor,
        Invoice invoice,
        Balance balance,
        List<Step> steps,
        @Nullable PlannedStep plannedNext,
        List<Refusal> refusals) {

    /** @param until the last day; null when someone must resume it */
    public record Hold(
            String reason, Instant since, @Nullable LocalDate until) {}

    /**
     * @param language nb, sv or en: what letters are written in
     * @param protectedAddress whether address, mail address and telephone are hidden, and therefore null
     */
    public record Debtor(
            String name,
            String customerNumber,
            DebtorKind kind,
            @Nullable String organisationNumber,
            @Nullable String address,
            @Nullable String email,
            @Nullable String phone,
            String language,
            boolean protectedAddress) {}

    public record Creditor(String name, String organisationNumber, Country country) {}

    /**
     * @param dueOn the due date in force
     * @param daysOverdue zero before and on that date
     * @param paymentReference KID or OCR number; null when it has none
     */
    public record Invoice(
            String number,
            LocalDate issuedOn,
            LocalDate dueOn,
            long daysOverdue,
            Money amount,
            @Nullable String paymentReference) {}

    /**
     * What is open, part by part, never added up but in {@code toPay}; {@code toRefund} is what the creditor owes back.
     *
     * @param accruedInterest interest that no letter has demanded yet; not in {@code toPay}
     */
    public record Balance(
            Money principal,
            Money fee,
            Money interest,
            Money compensation,
            Money costs,
            Money accruedInterest,
            Money toPay,
            Money toRefund) {}

    /**
     * A place at which a process of the case stands.
     *
     * @param until when the wait ends by itself; null when it waits for something else than time
     */
    public record Step(
            String process,
            String definition,
            String element,
            String name,
            String kind,
            Instant since,
            @Nullable Instant until) {}

    /** @param from the first lawful day; null when waiting does not help */
    public record Refusal(
            LegalStep step,
            String rule,
            String reason,
            @Nullable LocalDate from) {}
}
