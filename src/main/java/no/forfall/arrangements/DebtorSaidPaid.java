package no.forfall.arrangements;

import java.time.LocalDate;
import no.forfall.shared.CaseEvent;
import no.forfall.shared.CaseNumber;
import org.jspecify.annotations.Nullable;

/** The debtor says that the claim is paid, and on which day if that was said. */
public record DebtorSaidPaid(
        CaseNumber caseNumber, @Nullable LocalDate paidOn) implements CaseEvent {}
