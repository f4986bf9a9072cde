package no.forfall.worklist.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import no.forfall.cases.MorningNews;
import no.forfall.identity.People;
import no.forfall.identity.Person;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.Country;
import no.forfall.worklist.CallBacks;
import no.forfall.worklist.MorningBrief;
import no.forfall.worklist.OpenItem;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the brief says of each subject, in the reader's language. */
@Component
class BriefSections {

    /**
     * What the page shows of one subject.
     *
     * @param more the list behind it; null when there is none
     */
    record SectionView(
            String title,
            String tone,
            String count,
            List<Money> amounts,
            List<LineView> lines,
            @Nullable String more) {}

    /** @param when a day or a time of day; null when it does not matter */
    record LineView(
            String href,
            String debtor,
            String what,
            @Nullable Money amount,
            @Nullable String when,
            List<WorkRow.Reason> reasons) {}

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private static final int REASONS = 2;

    /** Where all of what is news is listed, by subject. */
    private static final Map<String, String> MORE =
            Map.of("PROMISES_BROKEN", "/worklist?because=PROMISE_BROKEN", "MENTIONS", "/mentions");

    private final WorkRows rows;
    private final People people;
    private final DayWords words;
    private final MessageSource messages;

    BriefSections(WorkRows rows, People people, DayWords words, MessageSource messages) {
        this.rows = rows;
        this.people = people;
        this.words = words;
        this.messages = messages;
    }

    /** In the order in which they are read; without those that are empty. */
    List<SectionView> of(MorningBrief.Brief brief, String reader, Locale language) {
        List<SectionView> sections = new ArrayList<>();
        brief.news().forEach(news -> sections.add(news(news, brief.debtors(), language)));
        if (brief.callBacks().count() > 0) {
            sections.add(calls(brief.callBacks(), language));
        }
        Map<String, WorkRow> shown = rows
                .of(
                        brief.sections().stream()
                                .flatMap(section -> section.items().stream())
                                .distinct()
                                .toList(),
                        reader,
                        language)
                .stream()
                .collect(Collectors.toMap(WorkRow::id, row -> row, (one, same) -> one));
        brief.sections().forEach(section -> sections.add(section(section, shown, language)));
        return sections;
    }

    private SectionView news(MorningNews.News news, Map<CaseNumber, String> debtors, Locale language) {
        return new SectionView(
                text("day.news." + news.subject(), language),
                messages.getMessage("day.sign." + news.subject(), null, "info", language),
                words.count(news.count()),
                news.amounts(),
                news.lines().stream()
                        .map(line -> new LineView(
                                "/worklist/of/" + line.caseNumber(),
                                debtors.getOrDefault(
                                        line.caseNumber(), line.caseNumber().value()),
                                line.caseNumber().value(),
                                line.amount(),
                                words.day(line.on()),
                                List.of()))
                        .toList(),
                MORE.get(news.subject()));
    }

    private SectionView calls(CallBacks.Agreed agreed, Locale language) {
        return new SectionView(
                text("day.section.CALL_BACKS", language),
                "accent",
                words.count(agreed.count()),
                List.of(),
                agreed.calls().stream().map(call -> line(call, language)).toList(),
                null);
    }

    LineView line(CallBacks.CallBack call, Locale language) {
        return new LineView(
                call.item() == null ? "/cases/" + call.caseNumber() : "/worklist/" + call.item(),
                call.debtor(),
                text(call.item() == null ? "day.call.agreed" : "day.call.now", language),
                null,
                time(call.at(), call.country()),
                List.of());
    }

    private static String time(Instant at, Country country) {
        return at.atZone(country.zone()).format(TIME);
    }

    private SectionView section(MorningBrief.Section section, Map<String, WorkRow> shown, Locale language) {
        MorningBrief.Subject subject = section.subject();
        String holder = section.items().get(0).item().assignee();
        String title = subject == MorningBrief.Subject.COVERED && holder != null
                ? text(
                        "day.section.COVERED",
                        language,
                        people.find(holder).map(Person::name).orElse(holder))
                : text("day.section." + subject, language);
        return new SectionView(
                title,
                tone(subject),
                words.count(section.count()),
                section.amounts(),
                section.items().stream()
                        .map(item -> line(item, shown.get(item.item().id())))
                        .toList(),
                "/worklist?" + list(subject));
    }

    private LineView line(OpenItem open, WorkRow row) {
        LocalDate due = row.due();
        return new LineView(
                row.href(),
                row.debtor(),
                row.action(),
                open.openPrincipal(),
                due == null ? null : words.day(due),
                row.reasons().stream()
                        .filter(reason -> !reason.tone().equals("neutral"))
                        .limit(REASONS)
                        .toList());
    }

    private static String tone(MorningBrief.Subject subject) {
        return switch (subject) {
            case TIME_BARRED -> "breach";
            case LAWFUL -> "law";
            case RETURNED -> "letter";
            case REPLIES -> "dispute";
            case WOKEN -> "clock";
            case COVERED -> "person";
            case BEGUN -> "step";
        };
    }

    private static String list(MorningBrief.Subject subject) {
        return switch (subject) {
            case TIME_BARRED, LAWFUL -> "team=own&because=" + subject;
            case RETURNED -> "team=own&action=fixContactData";
            case REPLIES -> "team=own&action=REPLIES";
            case WOKEN -> "woken=true";
            case COVERED, BEGUN -> "mine=true";
        };
    }

    private String text(String key, Locale language, Object... values) {
        return messages.getMessage(key, values, language);
    }
}
