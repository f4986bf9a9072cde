package no.forfall.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import no.forfall.shared.Country;

/** The dated packs of {@code packs.csv}. A new law is one more line there and one more book here. */
final class RulePacks {

    private static final Map<String, RuleBook> BOOKS = Map.of("NO-1988", new Norway1988(), "SE-1974", new Sweden());

    private final List<RulePack> packs;

    private RulePacks(List<RulePack> packs) {
        this.packs = packs;
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
            packs.add(new RulePack(id, line.country(0), line.date(2), line.date(3), line.text(4), book));
        }
        packs.sort(Comparator.comparing(RulePack::from));
        return new RulePacks(List.copyOf(packs));
    }

    /** The same packs, taken as reviewed through another date. */
    RulePacks reviewedThrough(LocalDate date) {
        return new RulePacks(packs.stream()
                .map(pack -> new RulePack(pack.id(), pack.country(), pack.from(), date, pack.statute(), pack.book()))
                .toList());
    }

    /** The pack that began last on or before the date, or the country's oldest when none had begun. */
    RulePack inForce(Country country, LocalDate date) {
        var ofCountry = of(country);
        return ofCountry.stream()
                .filter(pack -> !pack.from().isAfter(date))
                .reduce((earlier, later) -> later)
                .orElseGet(() -> ofCountry.get(0));
    }

    List<RulePack> of(Country country) {
        return packs.stream().filter(pack -> pack.country() == country).toList();
    }
}
