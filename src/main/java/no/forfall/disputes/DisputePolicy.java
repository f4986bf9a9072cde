package no.forfall.disputes;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.forfall.cases.Cases;
import no.forfall.engine.CaseBook;
import no.forfall.engine.Tables;
import no.forfall.identity.People;
import no.forfall.identity.Role;
import no.forfall.receivables.Receivables;
import no.forfall.shared.CaseNumber;
import org.springframework.stereotype.Component;

/**
 * The terms of objections: the answer of the table {@value #TABLE}. It gets {@code reason}, {@code creditor} (organisation
 * number) and the facts of {@link no.forfall.policy.RoutingFacts}; it may answer {@code shown}, {@code owner}, {@code
 * daysToAnswer}, {@code restGoesOn} and {@code evidence}.
 */
@Component
class DisputePolicy {

    static final String TABLE = "dispute-reasons";

    private final Tables tables;
    private final CaseBook caseBook;
    private final Cases cases;
    private final Receivables receivables;
    private final People people;

    DisputePolicy(Tables tables, CaseBook caseBook, Cases cases, Receivables receivables, People people) {
        this.tables = tables;
        this.caseBook = caseBook;
        this.cases = cases;
        this.receivables = receivables;
        this.people = people;
    }

    DisputeTerms terms(CaseNumber caseNumber, DisputeReason reason) {
        return terms(facts(caseNumber), reason);
    }

    List<DisputeReason> shown(CaseNumber caseNumber) {
        Map<String, Object> facts = facts(caseNumber);
        return Arrays.stream(DisputeReason.values())
                .filter(reason -> terms(facts, reason).shown())
                .toList();
    }

    private Map<String, Object> facts(CaseNumber caseNumber) {
        Map<String, Object> facts = new HashMap<>(caseBook.routing(caseNumber));
        facts.put(
                "creditor",
                receivables
                        .invoice(cases.get(caseNumber).invoiceId())
                        .creditor()
                        .organisationNumber());
        return facts;
    }

    private DisputeTerms terms(Map<String, Object> facts, DisputeReason reason) {
        Map<String, Object> asked = new HashMap<>(facts);
        asked.put("reason", reason.name());
        Map<String, Object> answer = tables.ask(TABLE, asked).outputs();
        DisputeTerms usual = DisputeTerms.USUAL;
        return new DisputeTerms(
                !Boolean.FALSE.equals(answer.get("shown")),
                owner(String.valueOf(answer.getOrDefault("owner", usual.owner()))),
                answer.get("daysToAnswer") instanceof Number days ? days.intValue() : usual.daysToAnswer(),
                !Boolean.FALSE.equals(answer.get("restGoesOn")),
                DisputeTerms.Evidence.valueOf(String.valueOf(answer.getOrDefault("evidence", usual.evidence()))));
    }

    /** A team that nobody belongs to leaves its objections to the handlers. Administrators belong to every team. */
    private String owner(String team) {
        return people.all().stream()
                        .filter(person -> !person.roles().contains(Role.ADMIN))
                        .flatMap(person -> person.roles().stream())
                        .anyMatch(role -> role.group().equals(team))
                ? team
                : DisputeTerms.USUAL.owner();
    }
}
