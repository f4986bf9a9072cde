package no.forfall.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.microsoft.playwright.options.LoadState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import no.forfall.cases.CaseState;
import no.forfall.cases.Tokens;
import no.forfall.law.DebtorKind;
import no.forfall.receivables.Invoice;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.Country;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Calls are made in a real browser by keyboard alone. */
class CallsInBrowserTest extends BrowserTest {

    /** The first field that an outcome asks for has the keyboard, or else the button that saves. */
    private static final String ASKED = "() => document.activeElement.closest('.form-foot')"
            + " || (document.activeElement.closest('.form-stage') && document.activeElement.type !== 'radio')";

    /** The button that saves is seen, and what saving does beside it. */
    private static final String ON_SCREEN = "[...document.querySelectorAll('.form-foot button, .foretold')]"
            + ".every(each => each.getBoundingClientRect().bottom <= window.innerHeight)";

    @Autowired
    Tokens tokens;

    @Autowired
    JdbcClient jdbc;

    @Test
    void tenCallsWithTenOutcomesByKeyboardAloneToTheEndOfTheQueue() {
        jdbc.sql("update app.work_item set skipped_until = '2099-01-01' where done_at is null and case_number <> ?")
                .param(number.value())
                .update();
        List<CaseNumber> queue = new ArrayList<>(List.of(number));
        for (int i = 1; i < 10; i++) {
            queue.add(called(i));
        }
        open("/worklist/brief?lang=en");
        assertThat(seriousFaults()).isEmpty();
        press("n");
        List<String> seen = new ArrayList<>();
        List<String> later = new ArrayList<>();
        while (!isClosed()) {
            page.waitForSelector(".fjs-form-field-radio");
            String url = page.url();
            if (page.locator("h1").innerText().startsWith("Call the debtor")) {
                seen.add(page.locator(".crumbs li").nth(1).innerText());
                make(seen.size());
            } else {
                later.add(page.locator("h1").innerText());
                leaveForLater();
            }
            page.waitForURL(next -> !next.equals(url));
            page.waitForLoadState(LoadState.NETWORKIDLE);
        }
        assertThat(later).hasSize(2);
        assertThat(seen)
                .containsExactlyInAnyOrderElementsOf(
                        queue.stream().map(CaseNumber::value).toList());
        assertThat(page.locator("main").innerText()).contains("Nothing is waiting for you", "Promises and plans made");
        assertThat(seriousFaults()).isEmpty();
        assertThat(seen.stream().map(each -> cases.get(new CaseNumber(each)).state()))
                .containsExactly(
                        CaseState.HELD,
                        CaseState.OPEN,
                        CaseState.HELD,
                        CaseState.HELD,
                        CaseState.HELD,
                        CaseState.OPEN,
                        CaseState.OPEN,
                        CaseState.OPEN,
                        CaseState.OPEN,
                        CaseState.OPEN);
        assertThat(List.of(5, 6, 9).stream().map(call -> standsAt(seen.get(call))))
                .containsExactly("waitForAgreedTime", "waitForNextCall", "talkItOver");
        assertThat(complaints).isEmpty();
    }

    private boolean isClosed() {
        return page.url().contains("/worklist/closed");
    }

    /** The outcomes in turn, the first by the key 1. */
    private void make(int call) {
        press(String.valueOf(call % 10));
        page.waitForFunction(ASKED);
        type(call);
        assertThatCode(() -> page.waitForSelector(".foretold li"))
                .as(() -> "what the call would do: "
                        + page.locator("[data-island=form]").innerText())
                .doesNotThrowAnyException();
        assertThat(page.evaluate(ON_SCREEN)).as("call %s fits one screen", call).isEqualTo(true);
        assertThat(page.evaluate("document.activeElement !== document.body"))
                .as("the keyboard is somewhere in call %s", call)
                .isEqualTo(true);
        if (call == 1) {
            assertThat(seriousFaults()).isEmpty();
        }
        page.keyboard().press("Control+Enter");
    }

    /** What calls have led to is somebody's work again. */
    private void leaveForLater() {
        press("s");
        page.waitForSelector("dialog#snooze[open]");
        press("w");
        press("Enter");
    }

    /** What is asked for beside the outcome; everything else is proposed or may be left. */
    private void type(int call) {
        switch (call) {
            case 3 -> page.waitForSelector("#plan-title");
            case 5 -> {
                page.waitForSelector(".fjs-dropdownlist");
                press("Enter");
            }
            case 6 -> {
                page.keyboard().type("19/03/2026");
                page.keyboard().press("Tab");
                page.keyboard().type("10:00");
                page.keyboard().press("Tab");
            }
            default -> {}
        }
    }

    private void press(String key) {
        page.keyboard().press(key);
    }

    private String standsAt(String caseNumber) {
        return tokens.of(new CaseNumber(caseNumber)).stream()
                .reduce((outer, inner) -> inner)
                .orElseThrow()
                .element();
    }

    private CaseNumber called(int one) {
        var creditor = registry.creditor("123456785", "Nordlys AS", Country.NO);
        var debtor = registry.debtor(creditor, "called-" + one + System.nanoTime(), "Berg AS", DebtorKind.BUSINESS);
        return cases.ofInvoice(registry.register(new Invoice(
                                debtor,
                                "called-" + one + System.nanoTime(),
                                LocalDate.parse("2026-03-01"),
                                LocalDate.parse("2026-03-16"),
                                Money.parse("NOK " + (1000 + one) + ".00")))
                        .id())
                .orElseThrow()
                .number();
    }
}
