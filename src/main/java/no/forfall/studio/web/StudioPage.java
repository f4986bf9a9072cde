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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Prepares what the pages show of the editions. */
@Component
class StudioPage {

    /** A tile or a row of the list. */
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

    record Version(
            int version,
            boolean local,
            @Nullable String author,
            Instant publishedAt,
            String note,
            long running,
            boolean current,
            String download) {}

    record Finding(@Nullable String element, @Nullable String name, int line, String message, String severity) {}

    private final Editions editions;

    StudioPage(Editions editions) {
        this.editions = editions;
    }

    List<Entry> newest(Edition.Kind kind) {
        Map<String, Long> running = editions.running();
        return editions.newest().stream()
                .filter(edition -> edition.kind() == kind)
                .map(edition -> entry(edition, running))
                .sorted(Comparator.comparing(Entry::name))
                .toList();
    }

    private Entry entry(Edition edition, Map<String, Long> running) {
        List<EditionFinding> findings = edition.kind() == Edition.Kind.PROCESS
                ? editions.source(edition.id())
                        .map(source -> editions.check(edition.file(), source))
                        .orElse(List.of())
                : List.of();
        return new Entry(
                edition.key(),
                edition.name(),
                null,
                href(edition),
                !edition.house(),
                edition.version(),
                edition.author(),
                edition.at(),
                editions.history(edition.kind(), edition.key()).stream()
                        .mapToLong(each -> running.getOrDefault(each.id(), 0L))
                        .sum(),
                count(findings, Severity.ERROR),
                count(findings, Severity.WARNING),
                null);
    }

    static String href(Edition edition) {
        return switch (edition.kind()) {
            case PROCESS -> "/studio/" + edition.key();
            case DECISION -> "/studio/tables/" + edition.key();
            case FORM -> "/studio/forms/" + edition.key();
        };
    }

    static String download(Edition edition) {
        return "/studio/editions/" + edition.id() + "/file";
    }

    private static long count(List<EditionFinding> findings, Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }

    List<Version> versions(Edition newest) {
        Map<String, Long> running = editions.running();
        return editions.history(newest.kind(), newest.key()).stream()
                .map(edition -> new Version(
                        edition.version(),
                        !edition.house(),
                        edition.author(),
                        edition.at(),
                        edition.note(),
                        running.getOrDefault(edition.id(), 0L),
                        edition.id().equals(newest.id()),
                        download(edition)))
                .toList();
    }

    /** The findings, with the name of each element as it is in the newest edition. */
    List<Finding> findings(Edition newest, List<EditionFinding> findings, Locale language) {
        return findings.stream()
                .map(finding -> new Finding(
                        finding.element(),
                        finding.element() == null || newest.kind() != Edition.Kind.PROCESS
                                ? null
                                : editions.elementName(newest.key(), finding.element(), language),
                        finding.line(),
                        finding.message(),
                        finding.severity().name().toLowerCase(Locale.ROOT)))
                .toList();
    }
}
