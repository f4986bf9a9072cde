package no.forfall.worklist.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.forfall.casefile.PlannedStep;
import no.forfall.casefile.Plans;
import no.forfall.identity.People;
import no.forfall.identity.Person;
import no.forfall.shared.CaseNumber;
import no.forfall.ui.Formats;
import no.forfall.worklist.OpenItem;
import no.forfall.worklist.WorkForms;
import no.forfall.worklist.WorkItem;
import no.forfall.worklist.Worklist;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says of each open item what it is about and why it stands where it does. */
@Component
@Transactional(readOnly = true)
class WorkRows {

    private static final int MOST_REASONS = 4;

    private final WorkForms forms;
    private final Plans plans;
    private final RankWords words;
    private final People people;
    private final Worklist worklist;
    private final LaterWords laterWords;
    private final Formats formats;
    private final MessageSource messages;
    private final Clock clock;

    WorkRows(
            WorkForms forms,
            Plans plans,
            RankWords words,
            People people,
            Worklist worklist,
            LaterWords laterWords,
            Formats formats,
            MessageSource messages,
            Clock clock) {
        this.forms = forms;
        this.plans = plans;
        this.words = words;
        this.people = people;
        this.worklist = worklist;
        this.laterWords = laterWords;
        this.formats = formats;
        this.messages = messages;
        this.clock = clock;
    }

    /** @param reader the user name of whoever looks at them */
    List<WorkRow> of(List<OpenItem> items, String reader, Locale language) {
        Set<String> covered = worklist.covered(reader);
        Map<CaseNumber, PlannedStep> next = plans.next(
                items.stream().map(open -> open.item().caseNumber()).distinct().toList(), language);
        Map<String, String> names = people.all().stream().collect(Collectors.toMap(Person::userName, Person::name));
        return items.stream()
                .map(open -> row(open, next.get(open.item().caseNumber()), names, reader, covered, language))
                .toList();
    }

    private WorkRow row(
            OpenItem open,
            @Nullable PlannedStep next,
            Map<String, String> names,
            String reader,
            Set<String> covered,
            Locale language) {
        WorkItem item = open.item();
        String holder = item.assignee();
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
                reasons(open, today, names, language),
                day(item.due(), open),
                dueTone(day(item.due(), open), today),
                open.lastContact(),
                byItself ? next.name() : null,
                byItself ? day(next.at(), open) : null,
                holder == null ? null : names.getOrDefault(holder, holder),
                holder != null && covered.contains(holder),
                holder == null || holder.equals(reader) || covered.contains(holder));
    }

    /** What the row has its points for, the most first; before it that nobody can go on with it, or why it is back. */
    private List<WorkRow.Reason> reasons(OpenItem open, LocalDate today, Map<String, String> names, Locale language) {
        Stream<WorkRow.Reason> held = open.item().held()
                ? Stream.of(
                        new WorkRow.Reason(messages.getMessage("worklist.reason.held", null, language), "info", null))
                : Stream.empty();
        Stream<WorkRow.Reason> later = laterWords.of(open.item().later(), names, language).stream();
        return Stream.concat(
                        Stream.concat(held, later),
                        words.parts(open.rank(), open.item(), today, language).stream()
                                .map(part ->
                                        new WorkRow.Reason(part.text(), part.tone(), points(part.points(), language))))
                .limit(MOST_REASONS)
                .toList();
    }

    private String points(int points, Locale language) {
        return messages.getMessage("worklist.points", new Object[] {formats.number(points)}, language);
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
