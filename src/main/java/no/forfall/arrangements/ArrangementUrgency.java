package no.forfall.arrangements;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import no.forfall.cases.Urgency;
import no.forfall.cases.UrgencyContributor;
import no.forfall.journal.Journal;
import no.forfall.journal.JournalEntry;
import no.forfall.shared.CaseEvent;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.Country;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Says whose last promise is broken, and who has answered. */
@Component
class ArrangementUrgency implements UrgencyContributor {

    private final JdbcClient jdbc;
    private final Journal journal;

    ArrangementUrgency(JdbcClient jdbc, Journal journal) {
        this.jdbc = jdbc;
        this.journal = journal;
    }

    @Override
    public void contribute(Map<CaseNumber, Urgency> cases) {
        String[] numbers = cases.keySet().stream().map(CaseNumber::value).toArray(String[]::new);
        List<CaseNumber> broken = jdbc.sql(
                        "select case_number from"
                                + " (select distinct on (case_number) case_number, state from app.arrangement"
                                + " where case_number = any(:cases) order by case_number, number desc) a where state in ('BROKEN', 'PARTLY')")
                .param("cases", numbers)
                .query((row, number) -> new CaseNumber(row.getString("case_number")))
                .list();
        if (!broken.isEmpty()) {
            Stream.of(ArrangementBroken.class, PromisePartlyKept.class)
                    .flatMap(kind -> journal.ofKind(kind.getSimpleName(), broken).stream())
                    .sorted(Comparator.comparing(JournalEntry::id))
                    .forEach(entry ->
                            of(cases, entry.caseNumber()).broken(LocalDate.ofInstant(entry.at(), Country.NO.zone())));
        }
        jdbc.sql("select distinct case_number from app.debtor_answer where case_number = any(:cases)")
                .param("cases", numbers)
                .query(row -> {
                    of(cases, new CaseNumber(row.getString("case_number"))).reached();
                });
    }

    private static Urgency of(Map<CaseNumber, Urgency> cases, CaseNumber number) {
        return Objects.requireNonNull(cases.get(number));
    }

    @Override
    public boolean changes(CaseEvent event) {
        return event instanceof ArrangementBroken
                || event instanceof PromisePartlyKept
                || event instanceof ArrangementKept
                || event instanceof PromiseMade
                || event instanceof PlanAgreed;
    }
}
