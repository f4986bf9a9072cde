package no.forfall.preview.web;

import java.util.List;
import no.forfall.api.Invalid;
import no.forfall.preview.LawPreview;
import no.forfall.preview.Scenario;
import no.forfall.shared.CaseNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The preview on screen. */
@Controller
class LawPreviewPage {

    private static final int ROWS = 50;

    private final LawPreview preview;

    LawPreviewPage(LawPreview preview) {
        this.preview = preview;
    }

    /** @param after the last case of the page before */
    @GetMapping("/cockpit/law-preview")
    String show(
            @RequestParam(required = false) @Nullable String on,
            @RequestParam(required = false) @Nullable String actFrom,
            @RequestParam(required = false) @Nullable String reviewedThrough,
            @RequestParam(required = false) @Nullable String baseRate,
            @RequestParam(required = false) @Nullable CaseNumber after,
            Model model) {
        Asked asked = new Asked(on, actFrom, reviewedThrough, baseRate);
        model.addAttribute("asked", asked);
        model.addAttribute("day", preview.nextLapse());
        try {
            Scenario scenario = asked.scenario(preview.nextLapse());
            LawPreview.Page found = preview.page(scenario, after, ROWS);
            model.addAttribute("scenario", scenario);
            model.addAttribute("cases", found.cases());
            model.addAttribute("file", address("/api/law/preview.csv", scenario, null));
            model.addAttribute("first", after == null ? null : address("/cockpit/law-preview", scenario, null));
            model.addAttribute(
                    "next", found.next() == null ? null : address("/cockpit/law-preview", scenario, found.next()));
        } catch (Invalid invalid) {
            model.addAttribute("invalid", invalid);
            model.addAttribute("cases", List.of());
        }
        return "preview/law";
    }

    private static String address(String path, Scenario scenario, @Nullable CaseNumber after) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path).queryParam("on", scenario.on());
        if (scenario.actFrom() != null) {
            address.queryParam("actFrom", scenario.actFrom());
        }
        if (scenario.reviewedThrough() != null) {
            address.queryParam("reviewedThrough", scenario.reviewedThrough());
        }
        if (scenario.baseRate() != null) {
            address.queryParam("baseRate", scenario.baseRate());
        }
        if (after != null) {
            address.queryParam("after", after);
        }
        return address.encode().toUriString();
    }
}
