package no.forfall.worklist.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import no.forfall.casefile.PlannedStep;
import no.forfall.casefile.Plans;
import no.forfall.identity.People;
import no.forfall.identity.Person;
import no.forfall.shared.CaseNumber;
import no.forfall.ui.Formats;
import no.forfall.worklist.OpenItem;
import no.forfall.worklist.WorkForms;
import no.forfall.worklist.WorkItem;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says of each open item why it stands where it does: its due date, the amount overdue, how long it has waited. */
@Component
@Transactional(readOnly = true)
class WorkRows {

    private final WorkForms forms;
    private final Plans plans;
    private final People people;
    private final Formats formats;
    private final MessageSource messages;
    private final Clock clock;

    WorkRows(WorkForms forms, Plans plans, People people, Formats formats, MessageSource messages, Clock clock) {
        this.forms = forms;
        this.plans = plans;
        this.people = people;
        this.formats = formats;
        this.messages = messages;
        this.clock = clock;
    }

    List<WorkRow> of(List<OpenItem> items, Locale language) {
        Map<CaseNumber, PlannedStep> next = plans.next(
                items.stream().map(open -> open.item().caseNumber()).distinct().toList(), language);
        Map<String, String> names = people.all().stream().collect(Collectors.toMap(Person::userName, Person::name));
        return items.stream()
                .map(open -> row(open, next.get(open.item().caseNumber()), names, language))
                .toList();
    }

    private WorkRow row(OpenItem open, @Nullable PlannedStep next, Map<String, String> names, Locale language) {
        WorkItem item = open.item();
        LocalDate today = LocalDate.ofInstant(clock.instant(), open.country().zone());
        long daysOverdue = Math.max(0, today.toEpochDay() - open.invoiceDueOn().toEpochDay());
        Money overdue = daysOverdue > 0
                ? open.openPrincipal()
                : Money.zero(open.openPrincipal().getCurrencyUnit());
        boolean byItself = !item.held() && next != null && next.at() != null;
        return new WorkRow(
                item.id(),
                item.caseNumber().value(),
                open.debtor(),
                forms.title(item, language),
                overdue,
                daysOverdue,
                reasons(open, overdue, today, language),
                day(item.due(), open),
                dueTone(day(item.due(), open), today),
                open.lastContact(),
                byItself ? next.name() : null,
                byItself ? day(next.at(), open) : null,
                item.assignee() == null ? null : names.getOrDefault(item.assignee(), item.assignee()));
    }

    private List<WorkRow.Reason> reasons(OpenItem open, Money overdue, LocalDate today, Locale language) {
        WorkItem item = open.item();
        List<WorkRow.Reason> reasons = new ArrayList<>();
        if (item.held()) {
            reasons.add(reason("held", "info", language));
        }
        if (item.kind() != WorkItem.Kind.STEP) {
            reasons.add(reason(item.kind().name(), "breach", language));
        }
        LocalDate due = day(item.due(), open);
        if (due != null && !due.isAfter(today)) {
            boolean late = due.isBefore(today);
            reasons.add(reason(late ? "late" : "today", late ? "breach" : "risk", language));
        }
        if (overdue.isPositive()) {
            reasons.add(new WorkRow.Reason(formats.amount(overdue), "neutral"));
        }
        long waited = today.toEpochDay()
                - java.util.Objects.requireNonNull(day(item.openedAt(), open)).toEpochDay();
        if (waited > 0) {
            reasons.add(reason("waited", "neutral", language, formats.days(waited)));
        }
        return reasons;
    }

    private WorkRow.Reason reason(String key, String tone, Locale language, Object... arguments) {
        return new WorkRow.Reason(messages.getMessage("worklist.reason." + key, arguments, language), tone);
    }

    static @Nullable String dueTone(@Nullable LocalDate due, LocalDate today) {
        if (due == null || due.isAfter(today)) {
            return null;
        }
        return due.isBefore(today) ? "breach" : "risk";
    }

    private static @Nullable LocalDate day(@Nullable Instant moment, OpenItem open) {
        return moment == null
                ? null
                : LocalDate.ofInstant(moment, open.country().zone());
    }
}
