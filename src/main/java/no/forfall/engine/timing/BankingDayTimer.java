package no.forfall.engine.timing;

import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.jobexecutor.TimerDeclarationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.TimerDeclarationType;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jspecify.annotations.Nullable;

/**
 * A wait of whole days ({@code P14D}, {@code P2W}) that ends on a banking day. Waits with hours and minutes, and dates that
 * an expression has computed, are left as the designer wrote them.
 */
public final class BankingDayTimer extends TimerDeclarationImpl {

    private static final long serialVersionUID = 1L;

    private final transient Landing landing;

    public BankingDayTimer(Expression when, TimerDeclarationType type, String handlerType, Landing landing) {
        super(when, type, handlerType);
        this.landing = landing;
    }

    @Override
    public String resolveAndSetDuedate(@Nullable ExecutionEntity context, TimerEntity job, boolean fromCreation) {
        String description = super.resolveAndSetDuedate(context, job, fromCreation);
        if (type != TimerDeclarationType.CYCLE) {
            Date start = fromCreation ? job.getCreateTime() : ClockUtil.getCurrentTime();
            wholeDays(description)
                    .map(days -> landing.after(Landing.countryOf(context), start.toInstant(), days))
                    .ifPresent(due -> job.setDuedate(Date.from(due)));
        }
        return description;
    }

    /** The duration, when it has no hours and minutes. */
    private static Optional<Period> wholeDays(@Nullable String description) {
        try {
            return Optional.ofNullable(description).map(Period::parse);
        } catch (DateTimeParseException hasHoursOrIsADate) {
            return Optional.empty();
        }
    }
}
