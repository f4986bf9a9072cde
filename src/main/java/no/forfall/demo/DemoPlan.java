package no.forfall.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** The two hundred invoices of the demo, spread over the months before today, most of them young; the same each time for the same day. */
final class DemoPlan {

    static final int INVOICES = 200;

    /** The first invoices fell due that long ago, the last ones fall due that far ahead. */
    private static final int OLDEST = 68;

    private static final int NEWEST = 20;

    /** Of as many debtors one is of each of the kinds that follow. */
    private static final int KINDS = 7;

    private static final int FORGETS = 1;
    private static final int BIT_BY_BIT = 3;
    private static final int FORCED = 5;

    private final Random random = new Random(42);
    private final LocalDate today;

    DemoPlan(LocalDate today) {
        this.today = today;
    }

    /** In the order of their dates of issue. */
    List<PlannedInvoice> invoices() {
        List<PlannedInvoice> plan = new ArrayList<>();
        for (int i = 0; i < INVOICES; i++) {
            plan.add(invoice(i, i % 5 < 3 ? DemoCreditor.NORWEGIAN : DemoCreditor.SWEDISH));
        }
        plan.sort(java.util.Comparator.comparing(PlannedInvoice::issuedOn).thenComparing(PlannedInvoice::number));
        return plan;
    }

    private PlannedInvoice invoice(int index, DemoCreditor creditor) {
        LocalDate dueOn =
                today.plusDays(NEWEST - Math.round((OLDEST + NEWEST) * Math.pow(index / (double) INVOICES, 1.5)));
        int debtor = random.nextInt(creditor.debtors());
        LocalDate paysOn = paysOn(dueOn, debtor);
        LocalDate issuedOn = dueOn.minusDays(14 + random.nextInt(17));
        return new PlannedInvoice(
                creditor,
                debtor,
                String.valueOf((creditor == DemoCreditor.NORWEGIAN ? 26_000 : 48_000) + index),
                issuedOn.isAfter(today) ? today : issuedOn,
                dueOn,
                amount(creditor),
                creditor.goods.get(random.nextInt(creditor.goods.size())),
                creditor == DemoCreditor.SWEDISH && random.nextInt(10) < 7,
                paysOn,
                share(debtor));
    }

    /** Most amounts are small, a few are large. */
    private Money amount(DemoCreditor creditor) {
        double value = Math.exp(8 + random.nextGaussian());
        BigDecimal amount = BigDecimal.valueOf(Math.min(value, 180_000)).setScale(0, RoundingMode.HALF_UP);
        return Money.of(creditor.country.currency(), amount.multiply(new BigDecimal("1.25")), RoundingMode.HALF_UP);
    }

    /**
     * Some pay just after a first friendly word, some after a letter with a fee, some never. Of every seven debtors one only
     * forgets, one pays bit by bit, and one pays when an agency asks.
     */
    private @Nullable LocalDate paysOn(LocalDate dueOn, int debtor) {
        int kind = random.nextInt(100);
        return switch (debtor % KINDS) {
            case FORGETS -> dueOn.plusDays(3 + kind % 6);
            case BIT_BY_BIT -> dueOn.plusDays(16 + kind % 14);
            case FORCED -> kind < 50 ? dueOn.plusDays(42 + kind % 6) : null;
            default -> paysAnyhow(dueOn, kind);
        };
    }

    private @Nullable LocalDate paysAnyhow(LocalDate dueOn, int kind) {
        if (kind < 15) {
            return dueOn;
        }
        if (kind < 38) {
            return dueOn.plusDays(2 + random.nextInt(8));
        }
        if (kind < 58) {
            return dueOn.plusDays(16 + random.nextInt(14));
        }
        return kind < 68 ? dueOn.plusDays(38 + random.nextInt(10)) : null;
    }

    /** In percent of what is open then. */
    private int share(int debtor) {
        boolean inParts = random.nextInt(8) == 0;
        return switch (debtor % KINDS) {
            case FORGETS, FORCED -> 100;
            case BIT_BY_BIT -> 40;
            default -> inParts ? 40 : 100;
        };
    }
}
