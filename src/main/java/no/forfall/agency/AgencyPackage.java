package no.forfall.agency;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import no.forfall.cases.EvidenceContributor.Objection;
import no.forfall.law.DebtorKind;
import no.forfall.law.LegalStep;
import no.forfall.receivables.Address;
import no.forfall.receivables.LineKind;
import no.forfall.receivables.Part;
import org.jspecify.annotations.Nullable;

/**
 * What an agency is given with a claim. Amounts are in major units of {@code currency}; dates are local dates in the
 * creditor's country. No industry standard exists; the fields are those an agency must state or answer for.
 *
 * @param handoverId what the agency answers with
 * @param reference the creditor's case number
 * @param notice the notice that the hand-over builds on; null when the law asked for none
 */
record AgencyPackage(
        UUID handoverId,
        String reference,
        String agency,
        LocalDate handedOverOn,
        String currency,
        boolean disputed,
        Creditor creditor,
        Debtor debtor,
        List<Invoice> invoices,
        List<Letter> letters,
        @Nullable Notice notice,
        List<Objection> objections) {

    record Creditor(
            String name,
            String organisationNumber,
            String country,
            Address address,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String account) {}

    /**
     * @param language nb, sv or en
     * @param addressProtected whether the address is protected, so that neither it nor telephone and mail address are told
     */
    record Debtor(
            String customerNumber,
            String name,
            DebtorKind type,
            @Nullable String organisationNumber,
            Address address,
            @Nullable String email,
            @Nullable String phone,
            String language,
            boolean addressProtected) {}

    /**
     * @param originalAmount as invoiced, without fees and interest
     * @param lines what was added (positive: fees, interest, compensation) and paid or credited (negative) since
     */
    record Invoice(
            String number,
            LocalDate issuedOn,
            LocalDate dueOn,
            @Nullable String description,
            @Nullable String paymentReference,
            BigDecimal originalAmount,
            List<Line> lines,
            Open open,
            List<InterestLine> interest) {}

    record Line(LocalDate on, LineKind kind, Part part, BigDecimal amount) {}

    /** @param accruedInterest interest that has run but was not demanded yet; not part of {@code interest} */
    record Open(
            BigDecimal principal,
            BigDecimal fees,
            BigDecimal interest,
            BigDecimal compensation,
            BigDecimal costs,
            BigDecimal accruedInterest) {}

    /** How all interest until the hand-over comes about, whether it was demanded or not. */
    record InterestLine(
            LocalDate from, LocalDate to, BigDecimal principal, BigDecimal percentAYear, BigDecimal amount) {}

    /** @param fee null when it charged none */
    record Letter(
            LegalStep type,
            String name,
            LocalDate sentOn,
            @Nullable LocalDate deadline,
            @Nullable BigDecimal fee) {}

    record Notice(LocalDate sentOn, @Nullable LocalDate deadline) {}
}
