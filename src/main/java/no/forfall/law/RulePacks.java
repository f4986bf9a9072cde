package no.forfall.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import no.forfall.shared.Country;

/** The dated packs of {@code packs.csv}. A new law is one more line there and one more book here. */
final class RulePacks {

    private static final Map<String, RuleBook> BOOKS =
            Map.of("NO-1988", new Norway1988(), "NO-2026", new Norway2026(), "SE-1974", new Sweden());

    private final List<RulePack> packs;

    private RulePacks(List<RulePack> packs) {
        this.packs = List.copyOf(packs);
    }

    static RulePacks load() {
        return read(DataFile.load("packs.csv", "country,pack,from,reviewed_through,statute"));
    }

    static RulePacks read(DataFile file) {
        var packs = new ArrayList<RulePack>();
        for (var line : file.lines()) {
            var id = line.text(1);
            var book = BOOKS.get(id);
            if (book == null) {
                throw line.invalid("there is no rule book " + id);
            }
            var from = line.text(2).isEmpty() ? null : line.date(2);
            packs.add(new RulePack(id, line.country(0), from, line.date(3), line.text(4), book));
        }
        return new RulePacks(packs);
    }

    /** The same packs with other dates for those named. */
    RulePacks with(List<PackDates> dates) {
        return new RulePacks(packs.stream()
                .map(pack -> dates.stream()
                        .filter(each -> each.pack().equals(pack.id()))
                        .reduce(pack, RulePack::with, (earlier, later) -> later))
                .toList());
    }

    /** The pack that began last on or before the date, or the country's oldest when none had begun. */
    RulePack inForce(Country country, LocalDate date) {
        var begun = of(country);
        return begun.stream()
                .filter(pack -> pack.hasBegunOn(date))
                .reduce((earlier, later) -> later)
                .orElseGet(() -> begun.get(0));
    }

    /** The country's packs that have a date of force, oldest first. */
    List<RulePack> of(Country country) {
        return packs.stream()
                .filter(pack -> pack.country() == country && pack.from() != null)
                .sorted(Comparator.comparing(RulePack::from))
                .toList();
    }

    List<RulePack> all() {
        return packs;
    }
}
