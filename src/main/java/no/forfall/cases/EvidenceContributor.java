package no.forfall.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.forfall.law.LegalStep;
import no.forfall.shared.CaseNumber;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A room above that can prove what was done on a case: letters that were sent, objections that were raised. Whoever takes
 * the claim over is given all of it. Each room implements the part that it knows; the rest stays empty.
 */
public interface EvidenceContributor {

    /** The letters that have left the house, oldest first. */
    default List<Letter> letters(CaseNumber caseNumber) {
        return List.of();
    }

    /** The objections, decided or not, oldest first. */
    default List<Objection> objections(CaseNumber caseNumber) {
        return List.of();
    }

    /** The promises and plans of paying, oldest first. */
    default List<Arrangement> arrangements(CaseNumber caseNumber) {
        return List.of();
    }

    /** The hand-over of the claim to an agency that stands; empty when nobody else has it. */
    default Optional<WithAgency> withAgency(CaseNumber caseNumber) {
        return Optional.empty();
    }

    /** @param since local date in the creditor's country */
    record WithAgency(String agency, LocalDate since) {}

    /**
     * A letter that was sent. Dates are local dates in the creditor's country.
     *
     * @param name what the letter is called, such as {@code reminder}
     * @param deadline the last day to pay that it stated; null when it stated none
     * @param fee what it charged; null when nothing
     */
    record Letter(
            LegalStep step,
            String name,
            LocalDate sentOn,
            @Nullable LocalDate deadline,
            @Nullable Money fee) {}

    /**
     * What the debtor has against the claim.
     *
     * @param reason a short word, such as {@code FAULTY}
     * @param outcome how it was decided; null while it is open
     * @param part what of the principal it concerns; null when the whole claim
     * @param question what the debtor was asked about it and has not answered yet; null when nothing
     */
    record Objection(
            LocalDate raisedOn,
            String reason,
            String text,
            @Nullable String outcome,
            @Nullable Money part,
            @Nullable Question question) {

        /** @param answerBy the last day to answer */
        public record Question(String text, LocalDate answerBy) {}
    }

    /**
     * A promise to pay, which has one instalment, or a plan. Dates are local dates in the creditor's country.
     *
     * @param instalments by date, each with what is to be paid then
     * @param proposed whether it does not count yet, since it waits for the debtor's yes or a second person's
     * @param graceDays banking days after each day before a word is broken
     * @param fee what a plan itself costs, which is part of its instalments; zero for most
     * @param outcome how it ended, such as {@code KEPT} or {@code BROKEN}; null as long as it is waited for
     */
    record Arrangement(
            LocalDate madeOn,
            List<Instalment> instalments,
            boolean proposed,
            int graceDays,
            Money fee,
            @Nullable String outcome) {

        public Arrangement {
            instalments = List.copyOf(instalments);
        }

        public record Instalment(LocalDate dueOn, Money amount) {}
    }
}
