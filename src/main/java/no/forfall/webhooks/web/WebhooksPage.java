package no.forfall.webhooks.web;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import no.forfall.api.Invalid;
import no.forfall.api.Notice;
import no.forfall.shared.Country;
import no.forfall.ui.Formats;
import no.forfall.webhooks.Delivery;
import no.forfall.webhooks.EventKind;
import no.forfall.webhooks.Webhooks;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Which systems are told what, and how their deliveries fare. */
@Controller
@RequestMapping("/webhooks")
class WebhooksPage {

    private final Webhooks webhooks;
    private final MessageSource messages;
    private final Formats formats;

    WebhooksPage(Webhooks webhooks, MessageSource messages, Formats formats) {
        this.webhooks = webhooks;
        this.messages = messages;
        this.formats = formats;
    }

    @ModelAttribute("zone")
    ZoneId zone() {
        return Country.NO.zone();
    }

    @GetMapping
    String page(@RequestParam(required = false) @Nullable String state, Model model) {
        Delivery.State only = Arrays.stream(Delivery.State.values())
                .filter(known -> known.name().equals(state))
                .findFirst()
                .orElse(null);
        model.addAttribute("webhooks", webhooks.all());
        model.addAttribute("deliveries", webhooks.deliveries(only));
        model.addAttribute("state", only);
        model.addAttribute("states", Delivery.State.values());
        model.addAttribute("kinds", EventKind.values());
        return "webhooks/webhooks";
    }

    @PostMapping
    String add(
            @RequestParam String name,
            @RequestParam String url,
            @RequestParam(name = "event", required = false) @Nullable List<String> events,
            RedirectAttributes flash,
            Locale language) {
        Set<EventKind> wanted = (events == null ? List.<String>of() : events)
                .stream().flatMap(wire -> EventKind.named(wire).stream()).collect(Collectors.toSet());
        try {
            flash.addFlashAttribute("secret", webhooks.add(name, url, wanted, null));
            say(flash, "kept", "webhooks.added", language);
        } catch (Invalid invalid) {
            flash.addFlashAttribute(
                    "notice",
                    new Notice(
                            "breach",
                            messages.getMessage("problem.invalid.title", null, language),
                            invalid.sentence(messages, formats, language)));
        }
        return "redirect:/webhooks";
    }

    @PostMapping("/{id}/active")
    String activate(@PathVariable long id, @RequestParam boolean active, RedirectAttributes flash, Locale language) {
        webhooks.activate(id, active);
        say(flash, "kept", active ? "webhooks.resumed" : "webhooks.paused", language);
        return "redirect:/webhooks";
    }

    @PostMapping("/deliveries/{id}/again")
    String again(@PathVariable long id, RedirectAttributes flash, Locale language) {
        webhooks.sendAgain(id);
        say(flash, "kept", "webhooks.again.done", language);
        return "redirect:/webhooks#deliveries";
    }

    private void say(RedirectAttributes flash, String tone, String key, Locale language) {
        flash.addFlashAttribute("notice", new Notice(tone, messages.getMessage(key, null, language), null));
    }
}
