package no.forfall.disputes.activities;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import no.forfall.disputes.Disputes;
import no.forfall.engine.InsideActivity;
import no.forfall.engine.Label;
import no.forfall.shared.CaseNumber;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Notes what the debtor is asked about the case's open dispute; the letter that asks it follows. The process knows {@code
 * answerBy} then, an ISO date, and forgets that asking was the outcome.
 */
@Component
@Label(
        nb = "Noter et spørsmål til skyldneren",
        sv = "Anteckna en fråga till gäldenären",
        en = "Note a question to the debtor")
class AskDebtor implements InsideActivity<AskDebtor.Input> {

    record Input(
            @Label(nb = "Spørsmål", sv = "Fråga", en = "Question")
            String question,

            @Label(nb = "Bankdager å svare på", sv = "Bankdagar att svara", en = "Banking days to answer")
            int bankingDays) {}

    private final Disputes disputes;

    AskDebtor(@Lazy Disputes disputes) {
        this.disputes = disputes;
    }

    @Override
    public String name() {
        return "askDebtor";
    }

    @Override
    public Class<Input> inputType() {
        return Input.class;
    }

    @Override
    public Map<String, Object> run(CaseNumber caseNumber, Input input) {
        LocalDate answerBy = disputes.ask(caseNumber, input.question(), input.bankingDays());
        Map<String, Object> facts = new HashMap<>();
        facts.put("answerBy", answerBy.toString());
        facts.put("outcome", null);
        facts.put("question", null);
        return facts;
    }
}
