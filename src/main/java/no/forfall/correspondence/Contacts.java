package no.forfall.correspondence;

import java.sql.Date;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
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
 * the hours are for text messages. Which ways were refused for a letter is read with it.
 */
@Component
class Contacts {

    /** The names of the rules for what waits. */
    static final String WEEK_RULE = "CONTACT-WEEK";

    static final String HOURS_RULE = "CONTACT-HOURS";

    /** The user task of a call in the diagrams of the house. */
    private static final String CALL = "callDebtor";

    /** Outcomes of a call in which nobody spoke with the debtor. */
    private static final Set<String> UNANSWERED = Set.of("NO_ANSWER", "WRONG_NUMBER");

    /** A day more than a week: letters of two countries are read together. */
    private static final int DAYS_READ = 8;

    private static final String BEFORE = """
            with leaving as (select * from unnest(:keys, :cases) as leaving(key, number)),
                 owing as (select leaving.key, i.debtor_id from leaving
                           join app.collection_case c on c.number = leaving.number join app.invoice i on i.id = c.invoice_id)
            select key, address, null::date as day from leaving join app.refused_address on letter_id = key
            union all
            select key, null, l.dated from owing join app.letter l on l.debtor_id = owing.debtor_id
            where l.dated > :since and l.state = 'SENT' and l.legal_step <> 'NONE'
              and not exists (select from app.letter_return r where r.letter_id = l.id)
            union all
            select key, null, k.day from owing join app.contact_call k on k.debtor_id = owing.debtor_id where k.day > :since
            """;
    private static final LocalText HOURS = new LocalText(
            "En tekstmelding går bare ut når den ikke forstyrrer: på hverdager og lørdager i kontakttiden, aldri på søn- og helligdager.",
            "Ett textmeddelande går bara ut när det inte stör: på vardagar och lördagar under kontakttiden, aldrig på sön- och helgdagar.",
            "A text message leaves only when it disturbs nobody: on weekdays and Saturdays within contact hours, never on Sundays and public holidays.");

    private final ContactCalendar calendar;
    private final Cases cases;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final OncePerTransaction<Leaving, Before> known = new OncePerTransaction<>();

    Contacts(ContactCalendar calendar, Cases cases, JdbcClient jdbc, Clock clock) {
        this.calendar = calendar;
        this.cases = cases;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A letter that is about to leave. */
    record Leaving(UUID key, CaseNumber caseNumber) {}

    /**
     * @param refused addresses and numbers that were refused for the letter
     * @param contacted the days of the last week on which its debtor was reached
     */
    private record Before(Set<String> refused, Set<LocalDate> contacted) {}

    /** Names letters that this transaction prepares, so that what came before is read of all together. */
    void expect(Map<UUID, CaseNumber> letters) {
        known.expect(letters.entrySet().stream()
                .map(letter -> new Leaving(letter.getKey(), letter.getValue()))
                .toList());
    }

    private Before before(Leaving letter, LocalDate today) {
        return known.of(letter, letters -> read(letters, today));
    }

    /** The addresses and numbers that were refused for a letter so far; empty when none was. */
    Set<String> refused(Leaving letter, LocalDate today) {
        return before(letter, today).refused();
    }

    /**
     * @param today the day in the creditor's country
     * @throws ActivityWaits when the letter has to wait for another day or hour
     */
    void check(Leaving letter, LetterType type, Channel channel, Country country, LocalDate today)
            throws ActivityWaits {
        if (type.demands()) {
            LocalDate first = calendar.firstDay(before(letter, today).contacted(), today);
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

    private Map<Leaving, Before> read(List<Leaving> letters, LocalDate today) {
        Map<UUID, Before> before = new HashMap<>();
        letters.forEach(letter -> before.put(letter.key(), new Before(new HashSet<>(), new HashSet<>())));
        jdbc.sql(BEFORE)
                .param("keys", letters.stream().map(Leaving::key).toArray(UUID[]::new))
                .param(
                        "cases",
                        letters.stream()
                                .map(letter -> letter.caseNumber().value())
                                .toArray(String[]::new))
                .param("since", Date.valueOf(today.minusDays(DAYS_READ)))
                .query(row -> {
                    Before known = before.get(row.getObject("key", UUID.class));
                    if (row.getString("address") == null) {
                        known.contacted().add(row.getObject("day", LocalDate.class));
                    } else {
                        known.refused().add(row.getString("address"));
                    }
                });
        return letters.stream().collect(Collectors.toMap(Function.identity(), letter -> before.get(letter.key())));
    }

    @EventListener
    void called(StepClosed step) {
        if (step.completed() && step.element().equals(CALL)) {
            jdbc.sql("insert into app.contact_call as k (debtor_id, day, answered) select i.debtor_id, :day, :answered"
                            + " from app.collection_case c join app.invoice i on i.id = c.invoice_id"
                            + " where c.number = :case on conflict (debtor_id, day)"
                            + " do update set answered = k.answered or excluded.answered")
                    .param("answered", !UNANSWERED.contains(String.valueOf(step.outcome())))
                    .param("day", Date.valueOf(cases.today(step.caseNumber())))
                    .param("case", step.caseNumber().value())
                    .update();
        }
    }
}
