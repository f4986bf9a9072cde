package no.forfall.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class MessagesTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d+[^}]*}");

    /** A message written out in a template; keys that are put together at run time are left out. */
    private static final Pattern USE = Pattern.compile("#\\{([a-zA-Z0-9.]+)[(}]|messages\\.msg\\('([a-zA-Z0-9.]+)'");

    static Stream<String> bundles() throws IOException {
        return Stream.of(LanguageConfiguration.bundles());
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everyKeyIsSaidInEveryLanguage(String bundle) {
        Set<String> english = keys(bundle, "");
        assertThat(english).isNotEmpty();
        assertThat(keys(bundle, "_nb")).as(bundle + " in Norwegian").isEqualTo(english);
        assertThat(keys(bundle, "_sv")).as(bundle + " in Swedish").isEqualTo(english);
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void placeholdersAgreeInEveryLanguage(String bundle) {
        Properties english = load(bundle, "");
        for (String language : new String[] {"_nb", "_sv"}) {
            Properties translated = load(bundle, language);
            for (String key : english.stringPropertyNames()) {
                assertThat(placeholders(translated.getProperty(key, "")))
                        .as(bundle + language + " " + key)
                        .isEqualTo(placeholders(english.getProperty(key)));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everyMessageIsFilledAndFormats(String bundle) {
        for (String language : new String[] {"", "_nb", "_sv"}) {
            Properties messages = load(bundle, language);
            for (String key : messages.stringPropertyNames()) {
                String text = messages.getProperty(key);
                assertThat(text).as(bundle + language + " " + key).isNotBlank();
                // A straight apostrophe quotes placeholders away in some messages and not in others; write ’ instead.
                assertThat(text).as(bundle + language + " " + key).doesNotContain("'");
                new MessageFormat(text);
            }
        }
    }

    @Test
    void everyMessageOfTheTemplatesExists() throws IOException {
        Set<String> known = new TreeSet<>();
        for (String bundle : LanguageConfiguration.bundles()) {
            known.addAll(keys(bundle, ""));
        }
        Set<String> used = new TreeSet<>();
        for (Resource template :
                new PathMatchingResourcePatternResolver().getResources("classpath*:templates/**/*.html")) {
            String text = template.getContentAsString(StandardCharsets.UTF_8);
            USE.matcher(text).results().forEach(use -> used.add(use.group(1) == null ? use.group(2) : use.group(1)));
        }
        assertThat(used).isNotEmpty().isSubsetOf(known);
    }

    private static Set<String> keys(String bundle, String language) {
        return new TreeSet<>(load(bundle, language).stringPropertyNames());
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(match -> match.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties load(String bundle, String language) {
        String name = "/" + bundle + language + ".properties";
        Properties messages = new Properties();
        try (InputStream file = MessagesTest.class.getResourceAsStream(name)) {
            assertThat(file).as(name).isNotNull();
            messages.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new AssertionError(name, unreadable);
        }
        return messages;
    }
}
