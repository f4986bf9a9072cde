package no.forfall.correspondence;

import java.sql.Date;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.forfall.cases.Cases;
import no.forfall.engine.ActivityWaits;
import no.forfall.engine.StepClosed;
import no.forfall.policy.ContactCalendar;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.Country;
import no.forfall.shared.LocalText;
import no.forfall.shared.OncePerTransaction;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Holds letters back that would reach a debtor too often or at a wrong hour. Demands by every way and finished calls count;
 * what only tells, such as the answer to a question, neither counts nor waits for the week. Mail and paper ring nobody, so
 * the hours are for text messages.
 */
@Component
class Contacts {

    /** The names of the rules for what waits. */
    static final String WEEK_RULE = "CONTACT-WEEK";

    static final String HOURS_RULE = "CONTACT-HOURS";

    /** The user task of a call in the diagrams of the house. */
    private static final String CALL = "callDebtor";

    private static final int DAYS_READ = 7;
    private static final LocalText HOURS = new LocalText(
            "En tekstmelding går bare ut når den ikke forstyrrer: på hverdager og lørdager i kontakttiden, aldri på søn- og helligdager.",
            "Ett textmeddelande går bara ut när det inte stör: på vardagar och lördagar under kontakttiden, aldrig på sön- och helgdagar.",
            "A text message leaves only when it disturbs nobody: on weekdays and Saturdays within contact hours, never on Sundays and public holidays.");

    private final ContactCalendar calendar;
    private final Cases cases;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final OncePerTransaction<CaseNumber, Set<LocalDate>> days = new OncePerTransaction<>();

    Contacts(ContactCalendar calendar, Cases cases, JdbcClient jdbc, Clock clock) {
        this.calendar = calendar;
        this.cases = cases;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Names cases that this transaction sends letters of, so that the contacts of all are read together. */
    void expect(Collection<CaseNumber> caseNumbers) {
        days.expect(caseNumbers);
    }

    /**
     * @param today the day in the creditor's country
     * @throws ActivityWaits when the letter has to wait for another day or hour
     */
    void check(CaseNumber caseNumber, LetterType type, Channel channel, Country country, LocalDate today)
            throws ActivityWaits {
        if (type.demands()) {
            LocalDate first = calendar.firstDay(days.of(caseNumber, asked -> read(asked, today)), today);
            if (first.isAfter(today)) {
                Instant morning = first.atStartOfDay(country.zone()).toInstant();
                throw new ActivityWaits(calendar.onOrAfter(country, morning), WEEK_RULE, week());
            }
        }
        if (channel == Channel.SMS) {
            Instant now = clock.instant();
            Instant from = calendar.onOrAfter(country, now);
            if (from.isAfter(now)) {
                throw new ActivityWaits(from, HOURS_RULE, HOURS);
            }
        }
    }

    private LocalText week() {
        int most = calendar.daysAWeek();
        return new LocalText(
                "Skyldneren er kontaktet på %d dager den siste uken. Oftere ville være utilbørlig press."
                        .formatted(most),
                "Gäldenären har kontaktats %d dagar den senaste veckan. Oftare vore otillbörlig press.".formatted(most),
                "The debtor was contacted on %d days within the last week. More often would be undue pressure."
                        .formatted(most));
    }

    private Map<CaseNumber, Set<LocalDate>> read(List<CaseNumber> asked, LocalDate today) {
        Map<CaseNumber, Set<LocalDate>> contacted = new HashMap<>();
        asked.forEach(number -> contacted.put(number, new HashSet<>()));
        jdbc.sql("select c.number, d.day from app.collection_case c join app.invoice i on i.id = c.invoice_id,"
                        + " lateral (select l.dated as day from app.letter l where l.debtor_id = i.debtor_id"
                        + " and l.dated > :since and l.state = 'SENT' and l.legal_step <> 'NONE'"
                        + " and not exists (select from app.letter_return r where r.letter_id = l.id)"
                        + " union select k.day from app.contact_call k where k.debtor_id = i.debtor_id and k.day > :since) d"
                        + " where c.number = any(:cases)")
                .param("since", Date.valueOf(today.minusDays(DAYS_READ)))
                .param("cases", asked.stream().map(CaseNumber::value).toArray(String[]::new))
                .query(row -> {
                    contacted.get(new CaseNumber(row.getString("number"))).add(row.getObject("day", LocalDate.class));
                });
        return contacted;
    }

    @EventListener
    void called(StepClosed step) {
        if (step.completed() && step.element().equals(CALL)) {
            jdbc.sql(
                            "insert into app.contact_call (debtor_id, day) select i.debtor_id, :day from app.collection_case c"
                                    + " join app.invoice i on i.id = c.invoice_id where c.number = :case on conflict do nothing")
                    .param("day", Date.valueOf(cases.today(step.caseNumber())))
                    .param("case", step.caseNumber().value())
                    .update();
        }
    }
}
