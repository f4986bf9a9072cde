package no.forfall.correspondence;

import java.util.Map;
import java.util.Objects;
import no.forfall.cases.Urgency;
import no.forfall.cases.UrgencyContributor;
import no.forfall.shared.CaseNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Says which debtors have been spoken with on the phone. */
@Component
class ContactUrgency implements UrgencyContributor {

    private final JdbcClient jdbc;

    ContactUrgency(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void contribute(Map<CaseNumber, Urgency> cases) {
        jdbc.sql("select c.number from app.collection_case c join app.invoice i on i.id = c.invoice_id"
                        + " where c.number = any(:cases)"
                        + " and exists (select from app.contact_call k where k.debtor_id = i.debtor_id and k.answered)")
                .param("cases", cases.keySet().stream().map(CaseNumber::value).toArray(String[]::new))
                .query(row -> {
                    Objects.requireNonNull(cases.get(new CaseNumber(row.getString("number"))))
                            .reached();
                });
    }
}
