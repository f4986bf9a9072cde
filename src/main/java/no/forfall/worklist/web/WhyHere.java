package no.forfall.worklist.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import no.forfall.shared.Country;
import no.forfall.worklist.OpenItems;
import no.forfall.worklist.Rank;
import no.forfall.worklist.WorkItem;
import no.forfall.worklist.Worklist;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Why a piece of work stands where it does: as a part of a page, and for pages that fetch it. */
@Controller
class WhyHere {

    private final Worklist worklist;
    private final OpenItems open;
    private final RankWords words;
    private final Clock clock;

    WhyHere(Worklist worklist, OpenItems open, RankWords words, Clock clock) {
        this.worklist = worklist;
        this.open = open;
        this.words = words;
        this.clock = clock;
    }

    record Why(List<RankWords.Part> parts, int sum) {}

    /** What {@code worklist/why.html} reads. */
    Why of(WorkItem item, Locale language) {
        Rank rank = open.rank(item.id());
        LocalDate today = LocalDate.ofInstant(clock.instant(), Country.NO.zone());
        return new Why(words.parts(rank, item, today, language), rank.points());
    }

    @GetMapping("/worklist/{id}/why")
    String why(@PathVariable String id, Model model, Locale language) {
        model.addAttribute("why", of(worklist.get(id), language));
        return "worklist/why :: why(parts=${why.parts}, sum=${why.sum})";
    }
}
