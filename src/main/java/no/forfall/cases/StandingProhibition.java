package no.forfall.cases;

import java.time.LocalDate;
import java.util.Optional;
import no.forfall.engine.Prohibition;
import no.forfall.receivables.DebtorStanding;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.LocalText;
import org.springframework.stereotype.Component;

/** Nothing is demanded of a bankrupt debtor or of a dead person, whatever a diagram draws. A rule of the house. */
@Component
class StandingProhibition implements Prohibition {

    private static final LocalText INSOLVENT = new LocalText(
            "Skyldneren er konkurs. Kravet meldes i boet; det sendes ingen krav. Var det en feil, ta den tilbake på saken.",
            "Gäldenären är i konkurs. Fordran anmäls i konkursen; inga krav skickas. Var det ett misstag, ta tillbaka det på ärendet.",
            "The debtor is bankrupt. The claim is filed with the estate and nothing is demanded. If that was a mistake, take it back on the case.");
    private static final LocalText DECEASED = new LocalText(
            "Skyldneren er død. Det skrives ikke til en død person; finn boet først.",
            "Gäldenären har avlidit. Man skriver inte till en avliden person; hitta dödsboet först.",
            "The debtor has died. A dead person is not written to; find the estate first.");

    private final LegalCases cases;

    StandingProhibition(LegalCases cases) {
        this.cases = cases;
    }

    @Override
    public Optional<Bar> bar(CaseNumber caseNumber, LocalDate today) {
        DebtorStanding standing = cases.of(caseNumber).invoice().debtor().standing();
        return switch (standing) {
            case NORMAL -> Optional.empty();
            case INSOLVENT -> Optional.of(new Bar("DEBTOR-INSOLVENT", INSOLVENT));
            case DECEASED -> Optional.of(new Bar("DEBTOR-DECEASED", DECEASED));
        };
    }
}
