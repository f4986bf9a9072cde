package no.forfall.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import no.forfall.worklist.WorkItem;
import no.forfall.worklist.Worklist;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The engine's own task list shows the same tasks with the same forms, and the work list follows it. */
class TasklistInBrowserTest extends BrowserTest {

    @Autowired
    Worklist worklist;

    @Test
    void completesTheSameCallWithTheSameFormAndTheWorkListFollows() {
        String call = worklist.openOf(number).get(0).id();
        open("/camunda/app/tasklist/default/#/?task=" + call);
        page.getByText("Claim", new Page.GetByTextOptions().setExact(true)).click();
        page.getByLabel("Will pay now").check();
        assertThat(worklist.get(call).assignee()).isEqualTo("browser");
        Locator complete = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Complete"));
        complete.click();
        complete.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        WorkItem done = worklist.get(call);
        assertThat(done.doneAt()).isNotNull();
        open("/worklist/" + call + "?lang=en");
        assertThat(page.locator("main").innerText()).contains("This is done.", "Done: Call the debtor: will pay now");
        open("/cases/" + number);
        assertThat(page.locator("main").innerText()).contains("Day 14 after due");
    }
}
