package no.forfall.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.regex.Pattern;
import no.forfall.worklist.WorkItem;
import no.forfall.worklist.Worklist;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A handler's keys, from the list and from the page of a case. */
class DayInBrowserTest extends BrowserTest {

    @Autowired
    Worklist worklist;

    /** A day on which nobody has finished anything in this browser. */
    @BeforeEach
    void anotherDay() {
        house.itIs("2026-03-24");
    }

    private WorkItem call() {
        return worklist.openOf(number).get(0);
    }

    @Test
    void leavesARowForLaterAndUndoesItWithoutLosingTheKeyboard() {
        String call = call().id();
        open("/worklist?lang=en&query=" + number);
        page.keyboard().press("j");
        assertThat(page.locator("#item-" + call)).isFocused();
        page.keyboard().press("s");
        page.keyboard().press("2");
        page.keyboard().press("p");
        page.keyboard().press("Enter");
        assertThat(page.locator("#notice")).containsText("Left until Thu 26 Mar 2026: Call the debtor");
        assertThat(page.locator("#item-" + call)).hasCount(0);
        assertThat(page.locator("#main")).isFocused();
        page.keyboard().press("u");
        assertThat(page.locator("#notice")).containsText("No longer left for later: Call the debtor");
        Assertions.assertThat(call().later().until()).isNull();
        Assertions.assertThat(complaints).isEmpty();
    }

    @Test
    void movesOnFromThePageOfACaseAndComesBack() {
        String call = call().id();
        worklist.claim(call, "browser");
        open("/worklist/" + call + "?lang=en");
        page.keyboard().press("s");
        page.keyboard().press("o");
        page.keyboard().press("Enter");
        assertThat(page.locator("#notice")).containsText("Left until Wed 25 Mar 2026: Call the debtor");
        Assertions.assertThat(page.url()).doesNotContain(call);
        page.keyboard().press("u");
        assertThat(page).hasURL(Pattern.compile("/worklist/" + call + "$"));
        Assertions.assertThat(worklist.get(call).assignee()).isEqualTo("browser");
    }
}
