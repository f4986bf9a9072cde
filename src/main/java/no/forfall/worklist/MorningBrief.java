package no.forfall.worklist;

import java.sql.Date;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.forfall.cases.MorningNews;
import no.forfall.shared.BankingDays;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.Country;
import org.joda.money.Money;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a person should know before the first case of the day, read with a fixed number of statements. */
@Service
@Transactional
public class MorningBrief {

    /** How many rows of each subject are shown. */
    public static final int ROWS = 5;

    /** What of the list is shown by itself. */
    public enum Subject {
        TIME_BARRED,
        LAWFUL,
        RETURNED,
        REPLIES,
        WOKEN,
        COVERED,
        BEGUN
    }

    /** @param items the first of the list, at most {@link #ROWS} */
    public record Section(Subject subject, long count, List<Money> amounts, List<OpenItem> items) {}

    /**
     * @param news what happened since the last banking day
     * @param debtors names by the cases that news are about
     * @param sections without those that are empty
     * @param free how much there is to begin with
     */
    public record Brief(
            List<MorningNews.News> news,
            Map<CaseNumber, String> debtors,
            CallBacks.Agreed callBacks,
            List<Section> sections,
            long free) {

        public boolean isEmpty() {
            return news.isEmpty() && callBacks.count() == 0 && sections.isEmpty();
        }
    }

    private final OpenItems open;
    private final FreeItems free;
    private final CallBacks callBacks;
    private final Hands hands;
    private final ObjectProvider<MorningNews> rooms;
    private final BankingDays bankingDays;
    private final JdbcClient jdbc;
    private final Clock clock;

    MorningBrief(
            OpenItems open,
            FreeItems free,
            CallBacks callBacks,
            Hands hands,
            ObjectProvider<MorningNews> rooms,
            BankingDays bankingDays,
            JdbcClient jdbc,
            Clock clock) {
        this.open = open;
        this.free = free;
        this.callBacks = callBacks;
        this.hands = hands;
        this.rooms = rooms;
        this.bankingDays = bankingDays;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whether the person has not looked at it today; asked once, it has. */
    public boolean isFirstToday(String person) {
        return jdbc.sql(
                                "insert into app.brief_read (person, day) values (:person, :day)"
                                        + " on conflict (person) do update set day = excluded.day where brief_read.day < excluded.day")
                        .param("person", person)
                        .param("day", Date.valueOf(today()))
                        .update()
                > 0;
    }

    @Transactional(readOnly = true)
    public Brief of(String person) {
        LocalDate today = today();
        Instant since = bankingDays
                .minus(Country.NO, today, 1)
                .atStartOfDay(Country.NO.zone())
                .toInstant();
        List<MorningNews.News> news = rooms.orderedStream()
                .flatMap(room -> room.since(since, person, ROWS).stream())
                .toList();
        Set<String> teams = hands.teamsOf(person);
        return new Brief(
                news,
                debtors(news.stream()
                        .flatMap(each -> each.lines().stream())
                        .map(MorningNews.Line::caseNumber)
                        .toList()),
                callBacks.on(today, ROWS),
                sections(person, teams),
                free.count(teams));
    }

    private List<Section> sections(String person, Set<String> teams) {
        List<Section> sections = new ArrayList<>();
        add(Subject.TIME_BARRED, because(teams, OrderFact.TIME_BARRED), sections);
        add(Subject.LAWFUL, because(teams, OrderFact.LAWFUL), sections);
        add(Subject.RETURNED, new WorkFilter(null, false, teams, null, "fixContactData"), sections);
        add(Subject.REPLIES, new WorkFilter(null, false, teams, null, WorkFilter.REPLIES), sections);
        add(Subject.WOKEN, mine(person).with(WorkFilter.Sleep.WOKEN), sections);
        hands.covered(person).stream().sorted().forEach(away -> add(Subject.COVERED, mine(away), sections));
        add(Subject.BEGUN, mine(person), sections);
        return sections;
    }

    private static WorkFilter because(Set<String> teams, OrderFact fact) {
        return new WorkFilter(null, false, teams, null, null, null, null, fact);
    }

    private static WorkFilter mine(String person) {
        return new WorkFilter(person, false, null, null, null);
    }

    private void add(Subject subject, WorkFilter filter, List<Section> sections) {
        OpenItems.Worth worth = open.worth(filter);
        if (worth.count() > 0) {
            sections.add(new Section(subject, worth.count(), worth.amounts(), open.page(filter, 0, ROWS)));
        }
    }

    private Map<CaseNumber, String> debtors(Collection<CaseNumber> cases) {
        Map<CaseNumber, String> names = new HashMap<>();
        if (!cases.isEmpty()) {
            jdbc.sql("select c.number, d.name from app.collection_case c join app.invoice i on i.id = c.invoice_id"
                            + " join app.debtor d on d.id = i.debtor_id where c.number = any(:cases)")
                    .param("cases", cases.stream().map(CaseNumber::value).toArray(String[]::new))
                    .query(row -> {
                        names.put(new CaseNumber(row.getString(1)), row.getString(2));
                    });
        }
        return names;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Country.NO.zone());
    }
}
