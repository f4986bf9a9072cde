package no.forfall.engine.timing;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Date;
import no.forfall.engine.PausedDays;
import no.forfall.engine.closing.Functions;
import no.forfall.shared.BankingDays;
import no.forfall.shared.Country;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jspecify.annotations.Nullable;

/**
 * What diagrams call {@code timing}: the ends of waits, counted in days from the dates that the process carries. Every
 * result lies on a banking day of the creditor's country; a date that has passed makes the wait end at once.
 *
 * <p>The process carries {@code country}, {@code dueDate}, {@code letterDeadline} and {@code lastContactOn}, dates as ISO
 * text. Days on which the case stood still, which it carries as {@code pausedDays}, are not counted by the waits that
 * follow the due date, a contact or a letter; dates that were agreed stay.
 */
public final class TimingFunctions implements Functions {

    private static final int MOST = 3_660;

    private final @Nullable VariableScope scope;
    private final BankingDays bankingDays;
    private final Landing landing;
    private final Clock clock;

    TimingFunctions(@Nullable VariableScope scope, BankingDays bankingDays, Landing landing, Clock clock) {
        this.scope = scope;
        this.bankingDays = bankingDays;
        this.landing = landing;
        this.clock = clock;
    }

    /** Banking days before the due date. */
    public Date bankingDaysBeforeDue(int days) {
        return at(bankingDays.minus(country(), date("dueDate"), few(days)));
    }

    /** Banking days after the last day on which it can be paid in time: the due date, or the banking day that follows it. */
    public Date bankingDaysAfterDue(int days) {
        LocalDate inTime = bankingDays.onOrAfter(country(), date("dueDate"));
        return at(bankingDays.plus(country(), later(inTime), few(days)));
    }

    /** Days after the due date, and no sooner than some days after the last contact with the debtor. */
    public Date daysAfterDue(int days, int afterLastContact) {
        LocalDate fromDue = later(date("dueDate")).plusDays(few(days));
        Object contact = variable("lastContactOn");
        if (contact == null) {
            return at(fromDue);
        }
        LocalDate fromContact = later(LocalDate.parse(contact.toString())).plusDays(few(afterLastContact));
        return at(fromDue.isAfter(fromContact) ? fromDue : fromContact);
    }

    /** Banking days of grace after the deadline that the last letter carries. */
    public Date afterDeadline(int graceBankingDays) {
        LocalDate deadline = date("letterDeadline");
        Object sent = variable("lastContactOn");
        long paused = paused().after(sent == null ? deadline : LocalDate.parse(sent.toString()));
        return at(bankingDays.plus(country(), deadline.plusDays(paused), few(graceBankingDays)));
    }

    /** Banking days after a date that a variable of the process carries, such as a promise. */
    public Date bankingDaysAfter(String isoDate, int days) {
        return at(bankingDays.plus(country(), LocalDate.parse(isoDate), few(days)));
    }

    /** The n-th banking day after today. */
    public Date bankingDaysFromNow(int days) {
        return at(bankingDays.plus(country(), day(), few(days)));
    }

    /**
     * A day and a time of day as a form gives them, such as for a call; where that is no banking day, the next one at the set
     * time.
     *
     * @param isoDateTime with or without an offset; without one it is a time in the creditor's country
     */
    public Date moment(String isoDateTime) {
        TemporalAccessor said =
                DateTimeFormatter.ISO_DATE_TIME.parseBest(isoDateTime, OffsetDateTime::from, LocalDateTime::from);
        Instant moment = said instanceof OffsetDateTime there
                ? there.toInstant()
                : ((LocalDateTime) said).atZone(country().zone()).toInstant();
        return Date.from(landing.onOrAfter(country(), moment));
    }

    /** Today in the creditor's country, as ISO text. */
    public String today() {
        return day().toString();
    }

    /** A slip of the pen must not keep the house counting banking days for an hour. */
    private static int few(int days) {
        if (days < 0 || days > MOST) {
            throw new IllegalArgumentException("Between 0 and " + MOST + " days, not " + days);
        }
        return days;
    }

    private Date at(LocalDate date) {
        return Date.from(landing.on(country(), date));
    }

    private LocalDate later(LocalDate from) {
        return from.plusDays(paused().after(from));
    }

    private PausedDays paused() {
        Object days = variable(PausedDays.VARIABLE);
        return PausedDays.parse(days == null ? null : days.toString());
    }

    private LocalDate day() {
        return LocalDate.ofInstant(clock.instant(), country().zone());
    }

    private LocalDate date(String name) {
        Object value = variable(name);
        if (value == null) {
            throw new IllegalStateException("The process carries no '" + name + "' yet");
        }
        return LocalDate.parse(value.toString());
    }

    private @Nullable Object variable(String name) {
        return scope == null ? null : scope.getVariable(name);
    }

    private Country country() {
        return Landing.countryOf(scope);
    }
}
