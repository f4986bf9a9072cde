package no.forfall.worklist.web;

import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code worklist/list.html}; texts are in the reader's language.
 *
 * @param away whether the reader covers for the holder, who is away
 * @param open whether the reader may act on it
 */
record WorkRow(
        String id,
        String caseNumber,
        String debtor,
        String action,
        Money overdue,
        long daysOverdue,
        List<Reason> reasons,
        @Nullable LocalDate due,
        @Nullable String dueTone,
        @Nullable LocalDate lastContact,
        @Nullable String nextStep,
        @Nullable LocalDate nextStepOn,
        @Nullable String holder,
        boolean away,
        boolean open) {

    public String href() {
        return "/worklist/" + id;
    }

    /**
     * Why the row stands where it does.
     *
     * @param points in words; null for what moves nothing
     */
    record Reason(String text, String tone, @Nullable String points) {}
}
