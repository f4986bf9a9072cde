package no.forfall.correspondence.text;

import java.util.List;
import java.util.Objects;
import no.forfall.cases.EvidenceContributor.Arrangement;
import org.joda.money.Money;

/** The table of the instalments: a day and an amount each, and their sum. */
final class PlanRows {

    private PlanRows() {}

    static Table of(Draft draft, Formats formats) {
        Arrangement plan = Objects.requireNonNull(draft.matter().arrangement());
        List<Row> rows = plan.instalments().stream()
                .map(instalment -> new Row(
                        formats.label("plan.by", formats.date(instalment.dueOn())), formats.money(instalment.amount())))
                .toList();
        Money sum = Money.total(
                plan.instalments().stream().map(Arrangement.Instalment::amount).toList());
        List<String> notes =
                plan.fee().isPositive() ? List.of(formats.label("plan.fee", formats.money(plan.fee()))) : List.of();
        return new Table(
                formats.label("plan.caption"), rows, new Row(formats.label("plan.total"), formats.money(sum), notes));
    }
}
