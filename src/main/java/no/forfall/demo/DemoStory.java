package no.forfall.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.IntConsumer;
import no.forfall.receivables.Invoice;
import no.forfall.receivables.InvoiceSearch;
import no.forfall.receivables.Receivables;
import no.forfall.shared.MovableClock;
import org.joda.money.Money;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Lives the demo's past day by day, up to now, with the product's own means. */
@Component
@Profile("demo")
class DemoStory {

    private static final ZoneId ZONE = ZoneId.of("Europe/Oslo");

    /** What came up in the last days is left for whoever looks at the demo. */
    private static final int DAYS_LEFT_TO_THE_VISITOR = 6;

    private final DemoFiles files;
    private final DemoDesk desk;
    private final DemoAgency agency;
    private final TimeMachine machine;
    private final InvoiceSearch search;
    private final Receivables receivables;
    private final MovableClock clock;
    private final FillingDatabase database;

    DemoStory(
            DemoFiles files,
            DemoDesk desk,
            DemoAgency agency,
            TimeMachine machine,
            InvoiceSearch search,
            Receivables receivables,
            MovableClock clock,
            FillingDatabase database) {
        this.files = files;
        this.desk = desk;
        this.agency = agency;
        this.machine = machine;
        this.search = search;
        this.receivables = receivables;
        this.clock = clock;
        this.database = database;
    }

    /** @param progress is told the percentage lived */
    void live(IntConsumer progress) {
        database.begin();
        try {
            liveUpToNow(progress);
        } finally {
            database.end();
        }
    }

    private void liveUpToNow(IntConsumer progress) {
        Instant now = Clock.systemUTC().instant();
        LocalDate today = LocalDate.ofInstant(now, ZONE);
        List<PlannedInvoice> plan = new DemoPlan(today).invoices();
        LocalDate first = plan.get(0).issuedOn();
        clock.moveTo(morning(first));
        long days = java.time.temporal.ChronoUnit.DAYS.between(first, today);
        for (LocalDate day = first; !day.isAfter(today); day = day.plusDays(1)) {
            live(day, plan, now);
            if (day.getDayOfMonth() % 10 == 0) {
                database.gatherStatistics();
            }
            progress.accept((int) (100 * java.time.temporal.ChronoUnit.DAYS.between(first, day) / Math.max(days, 1)));
        }
        machine.goTo(Clock.systemUTC().instant());
        clock.moveTo(Clock.systemUTC().instant());
        files.stray(today, new StrayPayments(plan, today).lines());
        desk.goHome();
    }

    private void live(LocalDate day, List<PlannedInvoice> plan, Instant now) {
        List<PlannedInvoice> issued =
                plan.stream().filter(invoice -> invoice.issuedOn().equals(day)).toList();
        if (!issued.isEmpty()) {
            files.send(day, issued);
        }
        List<DemoFiles.Payment> paid = plan.stream()
                .filter(invoice -> day.equals(invoice.paysOn()))
                .map(this::payment)
                .filter(payment -> payment.amount().isPositive())
                .toList();
        if (!paid.isEmpty()) {
            files.pay(day, paid);
        }
        machine.goTo(earlier(morning(day).plusSeconds(4 * 3600), now));
        if (day.isBefore(LocalDate.ofInstant(now, ZONE).minusDays(DAYS_LEFT_TO_THE_VISITOR))) {
            desk.work();
            agency.answer();
        }
        machine.goTo(earlier(morning(day.plusDays(1)), now));
    }

    private DemoFiles.Payment payment(PlannedInvoice planned) {
        Invoice invoice = search.withReference(DemoFiles.reference(planned)).get(0);
        Money open = receivables.balanceOf(invoice.id(), invoice.dueOn()).toPay();
        Money amount = open.multipliedBy(BigDecimal.valueOf(planned.share()).movePointLeft(2), RoundingMode.HALF_UP);
        return new DemoFiles.Payment(planned, amount);
    }

    private static Instant morning(LocalDate day) {
        return day.atTime(6, 0).atZone(ZONE).toInstant();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
