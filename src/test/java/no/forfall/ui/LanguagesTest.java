package no.forfall.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.LocaleResolver;

class LanguagesTest {

    private final LocaleResolver resolver = new LanguageConfiguration().localeResolver();

    @Test
    void answersNynorskInBokmål() {
        assertThat(Languages.closestTo(Locale.forLanguageTag("nn-NO"))).isEqualTo(Languages.NORWEGIAN);
        assertThat(Languages.closestTo(Locale.forLanguageTag("no"))).isEqualTo(Languages.NORWEGIAN);
    }

    @Test
    void takesTheFirstLanguageItKnows() {
        assertThat(Languages.firstOf(Collections.enumeration(List.of(Locale.GERMAN, Locale.forLanguageTag("sv-FI")))))
                .isEqualTo(Languages.SWEDISH);
        assertThat(Languages.firstOf(Collections.enumeration(List.of(Locale.GERMAN))))
                .isEqualTo(Languages.ENGLISH);
    }

    @Test
    void speaksEnglishWhenTheBrowserSaysNothing() {
        assertThat(resolver.resolveLocale(new MockHttpServletRequest())).isEqualTo(Languages.ENGLISH);
    }

    @Test
    void remembersTheChosenLanguageInACookie() {
        MockHttpServletResponse response = new MockHttpServletResponse();
        resolver.setLocale(new MockHttpServletRequest(), response, Languages.SWEDISH);
        MockHttpServletRequest next = new MockHttpServletRequest();
        next.addHeader("Accept-Language", "nb");
        next.setCookies(response.getCookies());
        assertThat(resolver.resolveLocale(next)).isEqualTo(Languages.SWEDISH);
    }
}
