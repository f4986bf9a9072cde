package no.forfall.cases;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import no.forfall.receivables.DebtorStanding;
import no.forfall.shared.CaseEvent;
import no.forfall.shared.CaseNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Says whose debtors are insolvent, and since when; of one who died nothing has to be filed in a hurry. */
@Component
class InsolvencyUrgency implements UrgencyContributor {

    private final JdbcClient jdbc;

    InsolvencyUrgency(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void contribute(Map<CaseNumber, Urgency> cases) {
        jdbc.sql(
                        "select c.number, d.standing_since from app.collection_case c join app.invoice i on i.id = c.invoice_id"
                                + " join app.debtor d on d.id = i.debtor_id"
                                + " where c.number = any(:cases) and d.standing = :insolvent")
                .param("cases", cases.keySet().stream().map(CaseNumber::value).toArray(String[]::new))
                .param("insolvent", DebtorStanding.INSOLVENT.name())
                .query(row -> {
                    Objects.requireNonNull(cases.get(new CaseNumber(row.getString("number"))))
                            .insolvent(row.getObject("standing_since", LocalDate.class));
                });
    }

    @Override
    public boolean changes(CaseEvent event) {
        return event instanceof DebtorBecame || event instanceof DebtorEventEnded;
    }
}
