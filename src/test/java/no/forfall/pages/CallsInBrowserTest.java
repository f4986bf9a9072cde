package no.forfall.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Calls are made in a real browser by keyboard alone. */
class CallsInBrowserTest extends BrowserTest {

    @Autowired
    Tokens tokens;

    @Autowired
    JdbcClient jdbc;

    /** What other tests have left is put aside and comes back. */
    @AfterEach
    void giveBackWhatWasPutAside() {
        jdbc.sql("update app.work_item set skipped_until = null where skipped_until = '2099-01-01'")
                .update();
    }

    @Test
    void tenCallsWithTenOutcomesByKeyboardAloneToTheEndOfTheQueue() {
        jdbc.sql("update app.work_item set skipped_until = '2099-01-01' where done_at is null and case_number <> ?")
                .param(number.value())
                .update();
        List<CaseNumber> queue = new ArrayList<>(List.of(number));
        for (int i = 1; i < 10; i++) {
            queue.add(called(i));
        }
        open("/worklist?lang=en");
        press("n");
        List<String> seen = new ArrayList<>();
        for (int call = 0; call < queue.size(); call++) {
            page.waitForSelector("[data-island=form]:not([aria-busy]) .fjs-form-field-radio");
            seen.add(page.locator(".crumbs li").nth(1).innerText());
            String url = page.url();
            press(String.valueOf((call + 1) % 10));
            page.locator(".form-stage :focus:not([type=radio]), .form-foot button:focus")
                    .waitFor();
            type(call);
            Locator foretold = page.locator(".foretold li");
            foretold.first().waitFor();
            assertThat(foretold.count()).as("what call %s would do", call).isPositive();
            assertThat(page.evaluate("document.activeElement !== document.body"))
                    .as("the keyboard is somewhere")
                    .isEqualTo(true);
            if (call == 0) {
                assertThat(seriousFaults()).isEmpty();
            }
            page.keyboard().press("Control+Enter");
            page.waitForURL(next -> !next.equals(url));
        }
        assertThat(seen)
                .containsExactlyInAnyOrderElementsOf(
                        queue.stream().map(CaseNumber::value).toList());
        page.waitForURL("**/worklist**");
        assertThat(page.locator("main").innerText()).contains("Nothing is waiting for you");
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

    /** What is asked for beside the outcome; everything else is proposed or may be left. */
    private void type(int call) {
        switch (call) {
            case 2 -> page.keyboard().type("3");
            case 4 -> press("Enter");
            case 5 -> {
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
