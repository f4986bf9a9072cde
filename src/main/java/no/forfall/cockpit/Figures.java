package no.forfall.cockpit;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import no.forfall.casefile.CaseList;
import no.forfall.casefile.CaseQuery;
import no.forfall.engine.Faults;
import no.forfall.outbox.EffectState;
import no.forfall.outbox.Outbox;
import no.forfall.shared.Country;
import no.forfall.ui.Formats;
import no.forfall.worklist.OpenItems;
import no.forfall.worklist.WorkFilter;
import no.forfall.worklist.WorkSummary;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Counts and sums what a manager asks for first. */
@Service
public class Figures {

    private final CaseList cases;
    private final AgeingTable ageing;
    private final Outbox outbox;
    private final Faults faults;
    private final OpenItems work;
    private final JdbcClient jdbc;
    private final Formats formats;
    private final MessageSource messages;
    private final Clock clock;

    Figures(
            CaseList cases,
            AgeingTable ageing,
            Outbox outbox,
            Faults faults,
            OpenItems work,
            JdbcClient jdbc,
            Formats formats,
            MessageSource messages,
            Clock clock) {
        this.cases = cases;
        this.ageing = ageing;
        this.outbox = outbox;
        this.faults = faults;
        this.work = work;
        this.jdbc = jdbc;
        this.formats = formats;
        this.messages = messages;
        this.clock = clock;
    }

    /** The ageing of the open principal, one for each currency. */
    public List<Ageing> ageing() {
        return ageing.now();
    }

    /** The strip of figures, in the order in which they are shown. */
    public List<Figure> strip(List<Ageing> ages, Locale language) {
        List<Figure> figures = new ArrayList<>();
        CaseList.Counts counts = cases.counts(CaseQuery.text(""));
        figures.add(new Figure(
                "openCases",
                formats.number(counts.open()),
                null,
                note("held", language, formats.number(counts.held())),
                null,
                "/cases?state=open"));
        ages.forEach(age -> figures.add(new Figure(
                "overdue",
                null,
                age.overdue(),
                note("ofOpen", language, formats.amount(age.total())),
                null,
                "/cases?age=overdue&currency=" + age.currency())));
        figures.addAll(collected());
        WorkSummary summary = work.summary(WorkFilter.ALL);
        figures.add(count("atRisk", summary.overdue() + summary.today(), "risk", "/worklist"));
        figures.add(count(
                "standing",
                outbox.count(EffectState.BARRED) + outbox.count(EffectState.UNKNOWN),
                "risk",
                "/worklist?action=" + WorkFilter.STANDING));
        figures.add(count("faults", faults.count(), "breach", "/cockpit#faults-title"));
        return figures;
    }

    private String note(String key, Locale language, String argument) {
        return messages.getMessage("cockpit.figure.note." + key, new Object[] {argument}, language);
    }

    private Figure count(String key, long count, String tone, String href) {
        return new Figure(key, formats.number(count), null, null, count > 0 ? tone : null, href);
    }

    /** What was paid this month on all parts of the claims, by booking day. */
    private List<Figure> collected() {
        LocalDate first =
                LocalDate.ofInstant(clock.instant(), Country.NO.zone()).withDayOfMonth(1);
        return jdbc.sql("select i.currency, coalesce(sum(-l.effect) filter (where l.kind in ('PAYMENT', 'REVERSAL')"
                        + " and l.booked_on >= :first), 0) from app.ledger_line l"
                        + " join app.invoice i on i.id = l.invoice_id group by i.currency order by i.currency")
                .param("first", Date.valueOf(first))
                .query((row, number) -> new Figure(
                        "collected",
                        null,
                        Money.of(CurrencyUnit.of(row.getString(1)), row.getBigDecimal(2)),
                        null,
                        null,
                        "/cases?paidSince=" + first + "&currency=" + row.getString(1)))
                .list();
    }
}
