package no.forfall.worklist.web;

import java.security.Principal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import no.forfall.api.Notice;
import no.forfall.engine.EditionRefused;
import no.forfall.engine.TableLine;
import no.forfall.ui.HouseWords;
import no.forfall.worklist.OpenItem;
import no.forfall.worklist.OpenItems;
import no.forfall.worklist.OrderFact;
import no.forfall.worklist.WeightsChanged;
import no.forfall.worklist.WorkForms;
import no.forfall.worklist.WorkOrders;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The managers' page of the work list's order: the points of each row, what other points would move, and publishing them. */
@Controller
@RequestMapping("/worklist/order")
class OrderPage {

    /** The fields of the rows are called by it and their number. */
    private static final String FIELD = "points-";

    private static final int MOST_POINTS = 999;
    private static final int SHOWN = 20;

    private final WorkOrders orders;
    private final OpenItems open;
    private final WorkForms forms;
    private final HouseWords words;
    private final MessageSource messages;

    OrderPage(WorkOrders orders, OpenItems open, WorkForms forms, HouseWords words, MessageSource messages) {
        this.orders = orders;
        this.open = open;
        this.forms = forms;
        this.words = words;
        this.messages = messages;
    }

    /**
     * A row of the table.
     *
     * @param points as typed, or as the table has them; null when the table reckons them, so that only the studio can change
     *     them
     * @param fault what is wrong with what was typed, and the mend; null when nothing is
     */
    record Row(
            int number,
            String fact,
            String note,
            String condition,
            @Nullable String points,
            @Nullable String fault,
            boolean changed) {}

    /** @param from the place before, counted from one; 0 when it was not among the first hundred */
    record Place(int number, int from, String href, String debtor, String action, int points) {}

    record Effect(long open, long moved, List<Place> before, List<Place> after) {}

    /** What was typed: the points by row, and what is wrong with the others. */
    private record Typed(Map<Integer, Integer> points, Map<Integer, String> faults) {}

    /** The page; with points in its address, what they would move. */
    @GetMapping
    String show(@RequestParam Map<String, String> fields, Model model, Locale language) {
        WorkOrders.Weighing weighing = orders.weighing();
        return page(weighing, fields, read(weighing, fields, language), model, language);
    }

    @PostMapping
    String publish(
            @RequestParam Map<String, String> fields,
            @RequestParam(defaultValue = "") String note,
            @RequestParam int version,
            Principal person,
            Model model,
            RedirectAttributes after,
            Locale language) {
        WorkOrders.Weighing weighing = orders.weighing();
        Typed typed = read(weighing, fields, language);
        if (typed.faults().isEmpty() && note.isBlank()) {
            model.addAttribute("noteFault", say("worklist.weights.note.missing", language));
        } else if (typed.faults().isEmpty()) {
            try {
                int published = orders.publish(version, typed.points(), person.getName(), note.strip());
                after.addFlashAttribute(
                        "notice",
                        new Notice(
                                "kept",
                                say("worklist.weights.published", language, published),
                                say("worklist.weights.published.text", language)));
                return "redirect:/worklist/order";
            } catch (WeightsChanged changed) {
                refused(say("worklist.weights.changed", language, changed.version()), model, language);
            } catch (EditionRefused gate) {
                refused(gate.findings().get(0).message(), model, language);
            }
        }
        return page(weighing, fields, typed, model, language);
    }

    private void refused(String why, Model model, Locale language) {
        model.addAttribute("notice", new Notice("breach", say("worklist.weights.refused", language), why));
    }

    private Typed read(WorkOrders.Weighing weighing, Map<String, String> fields, Locale language) {
        Map<Integer, Integer> points = new HashMap<>();
        Map<Integer, String> faults = new HashMap<>();
        for (TableLine line : weighing.lines()) {
            String text = fields.get(FIELD + line.number());
            if (text != null && number(line.answer()) != null) {
                Integer number = number(text.strip());
                if (number == null || Math.abs(number) > MOST_POINTS) {
                    faults.put(
                            line.number(),
                            say("worklist.weights.fault", language, line.number(), MOST_POINTS, text.strip()));
                } else {
                    points.put(line.number(), number);
                }
            }
        }
        return new Typed(points, faults);
    }

    private static @Nullable Integer number(String text) {
        return text.matches("[-−+]?\\d{1,9}") ? Integer.valueOf(text.replace('−', '-')) : null;
    }

    private String page(
            WorkOrders.Weighing weighing, Map<String, String> fields, Typed typed, Model model, Locale language) {
        if (typed.faults().isEmpty() && !typed.points().isEmpty()) {
            model.addAttribute("effect", effect(typed.points(), language));
        }
        model.addAttribute("version", weighing.version());
        model.addAttribute("note", fields.getOrDefault("note", ""));
        model.addAttribute("faults", typed.faults().values().stream().sorted().toList());
        model.addAttribute(
                "rows",
                weighing.lines().stream()
                        .map(line -> row(line, fields.get(FIELD + line.number()), typed, language))
                        .toList());
        return "worklist/order";
    }

    private Row row(TableLine line, @Nullable String text, Typed typed, Locale language) {
        Integer now = number(line.answer());
        Integer then = typed.points().get(line.number());
        return new Row(
                line.number(),
                fact(line.conditions().get(0), language),
                words.in(line.note(), language),
                line.conditions().get(line.conditions().size() - 1),
                now == null ? null : text == null ? line.answer() : text,
                typed.faults().get(line.number()),
                then != null && !then.equals(now));
    }

    /** A fact that nobody knows is shown as it is written. */
    private String fact(String condition, Locale language) {
        String name = condition.replace("\"", "");
        return Stream.of(OrderFact.values()).anyMatch(fact -> fact.name().equals(name))
                ? say("worklist.fact." + name, language)
                : condition;
    }

    private Effect effect(Map<Integer, Integer> points, Locale language) {
        WorkOrders.Effect effect = orders.effect(points);
        Map<String, Integer> before = new HashMap<>();
        effect.before().forEach(place -> before.put(place.id(), before.size() + 1));
        List<WorkOrders.Place> shown = Stream.of(effect.before(), effect.after())
                .flatMap(places -> places.stream().limit(SHOWN))
                .toList();
        Map<String, OpenItem> items =
                open.of(shown.stream().map(WorkOrders.Place::id).distinct().toList());
        return new Effect(
                effect.open(),
                effect.moved(),
                places(effect.before(), before, items, language),
                places(effect.after(), before, items, language));
    }

    private List<Place> places(
            Collection<WorkOrders.Place> places,
            Map<String, Integer> before,
            Map<String, OpenItem> items,
            Locale language) {
        List<Place> shown = new ArrayList<>();
        places.stream()
                .limit(SHOWN)
                .filter(place -> items.containsKey(place.id()))
                .forEach(place -> {
                    OpenItem item = items.get(place.id());
                    shown.add(new Place(
                            shown.size() + 1,
                            before.getOrDefault(place.id(), 0),
                            "/worklist/" + place.id(),
                            item.debtor(),
                            forms.title(item.item(), language),
                            place.points()));
                });
        return shown;
    }

    private String say(String key, Locale language, Object... arguments) {
        return messages.getMessage(key, arguments, language);
    }
}
