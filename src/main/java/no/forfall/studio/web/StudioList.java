package no.forfall.studio.web;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.forfall.engine.Edition;
import no.forfall.engine.EditionFinding;
import no.forfall.engine.EditionFinding.Severity;
import no.forfall.engine.Editions;
import no.forfall.ui.HouseWords;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Everything that is published, as the list shows it. */
@Component
class StudioList {

    /** A tile or a row. A description and where it is used are not known of any file yet. */
    record Entry(
            String key,
            String name,
            @Nullable String description,
            String href,
            boolean local,
            int version,
            @Nullable String author,
            Instant publishedAt,
            long running,
            long errors,
            long warnings,
            @Nullable String usedBy) {}

    private final Editions editions;
    private final HouseWords words;

    StudioList(Editions editions, HouseWords words) {
        this.editions = editions;
        this.words = words;
    }

    /** The newest editions of a kind, by name. */
    List<Entry> newest(Edition.Kind kind, Locale language) {
        Map<String, Long> running = editions.running();
        return editions.newest().stream()
                .filter(edition -> edition.kind() == kind)
                .map(edition -> entry(edition, running, language))
                .sorted(Comparator.comparing(Entry::name))
                .toList();
    }

    private Entry entry(Edition edition, Map<String, Long> running, Locale language) {
        List<EditionFinding> findings = editions.source(edition.id())
                .map(source -> editions.check(edition.file(), source))
                .orElse(List.of());
        long onAllEditions = running.entrySet().stream()
                .filter(each -> each.getKey().startsWith(edition.key() + ":"))
                .mapToLong(Map.Entry::getValue)
                .sum();
        return new Entry(
                edition.key(),
                words.in(editions.title(edition, language), language),
                null,
                EditionPage.href(edition),
                !edition.house(),
                edition.version(),
                edition.author(),
                edition.at(),
                onAllEditions,
                count(findings, Severity.ERROR),
                count(findings, Severity.WARNING),
                null);
    }

    private static long count(List<EditionFinding> findings, Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }
}
