package no.forfall.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.LoadState;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.forfall.identity.Person;
import no.forfall.identity.Role;
import no.forfall.law.DebtorKind;
import no.forfall.receivables.Address;
import no.forfall.receivables.Invoice;
import no.forfall.receivables.Relation;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.Country;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Opens the pages in a real browser, in the three languages, and looks for faults that keep people out. */
class PagesInBrowserTest extends BrowserTest {

    @ParameterizedTest
    @ValueSource(strings = {"nb", "sv", "en"})
    void showsEveryPageWithoutASeriousFault(String language) {
        List<String> faults = new ArrayList<>();
        for (String path : List.of(
                "/worklist",
                "/cases",
                "/cases/" + number,
                "/cases/" + number + "/why",
                "/cases/" + number + "/adjust/waiver?part=PRINCIPAL&amount=10&reason=x",
                "/cases/" + number + "/adjust/write-off?reason=x",
                "/worklist/brief",
                "/worklist/closed",
                "/worklist/absence",
                "/worklist/of/" + number,
                "/cockpit",
                "/cockpit/outbox?state=QUEUED",
                "/cockpit/exemptions",
                "/cockpit/law-preview?on=2027-01-04&actFrom=2027-01-01&reviewedThrough=2027-06-30",
                "/studio",
                "/studio/overdue-invoice",
                "/studio/letters/fee-reminder",
                "/imports",
                "/imports/mappings",
                "/payments",
                "/webhooks",
                "/calculator?country=NO&principal=10000&dueDate=2025-12-13&asOf=2026-01-15",
                "/calculator/verdict?country=NO&step=REMINDER_WITH_FEE&dueDate=2026-03-01&date=2026-03-02",
                "/calculator/rules",
                "/calculator/rates")) {
            open(path + (path.contains("?") ? "&" : "?") + "lang=" + language);
            assertThat(page.locator("html").getAttribute("lang")).as(path).startsWith(language);
            assertThat(page.locator("h1").first().innerText()).as(path).isNotBlank();
            seriousFaults().forEach(rule -> faults.add(path + ": " + rule));
        }
        assertThat(faults).isEmpty();
        assertThat(complaints).isEmpty();
    }

    @Test
    void writesOffAfterShowingWhatHappensAndOnceWhenClickedTwice() {
        open("/cases/" + number + "?lang=en#ledger");
        page.locator("#ledger")
                .getByText("Write off", new Locator.GetByTextOptions().setExact(true))
                .click();
        page.locator("#reason").fill("The debtor is bankrupt");
        page.getByText("Show what happens").click();
        page.waitForLoadState(LoadState.NETWORKIDLE);
        assertThat(page.locator("main").innerText()).contains("is written off. The case ends: written off.");
        page.reload();
        page.locator("form[method=post] .button--primary").dblclick();
        page.waitForURL("**/cases/" + number);
        page.waitForLoadState(LoadState.NETWORKIDLE);
        assertThat(page.locator("main").innerText()).contains("Closed", "The debtor is bankrupt · Britt Browser");
        assertThat(page.locator("#ledger tbody tr").count()).isEqualTo(2);
        assertThat(complaints).isEmpty();
    }

    @Test
    void completesTheCallWithItsFormAndTheCaseGoesOn() {
        open("/worklist/of/" + number + "?lang=en");
        page.getByLabel("Will pay now").check();
        String task = page.url();
        page.locator("[data-island=form] .button--primary").click();
        page.waitForURL(url -> !url.equals(task));
        page.waitForLoadState(LoadState.NETWORKIDLE);
        open("/cases/" + number);
        assertThat(page.locator("main").innerText()).contains("Day 14 after due");
        assertThat(complaints).isEmpty();
    }

    @Test
    void correctsHowTheCustomerCountsAndFollowsTheCountAgain() {
        house.settle();
        open("/cases/" + number + "/why?lang=en");
        Locator pays = page.locator("#pays");
        assertThat(pays.innerText()).contains("Not known yet", "Invoices overdue now: 1.");
        pays.getByText("Correct", new Locator.GetByTextOptions().setExact(true)).click();
        page.getByLabel("The customer").selectOption("CANNOT_NOW");
        page.locator("#correct-reason").fill("Waits for a grant until May");
        page.locator("#correct-ends").fill("2026-05-31");
        assertThat(seriousFaults()).isEmpty();
        page.getByText("Correct the group").click();
        page.waitForSelector("text=Follow the count again");
        assertThat(pays.innerText())
                .contains("Wants to pay but cannot now", "Waits for a grant until May", "Counted: Not known yet");
        assertThat(seriousFaults()).isEmpty();
        pays.getByText("Follow the count again").click();
        page.waitForLoadState(LoadState.NETWORKIDLE);
        assertThat(page.locator("#pays").innerText()).doesNotContain("grant").contains("Not known yet");
        assertThat(complaints).isEmpty();
    }

    @Test
    void recordsADisputeAboutAPartAndSaysWhatIsNoPartOfIt() {
        open("/cases/" + number + "?lang=en");
        recordDispute("20 000");
        assertThat(page.locator("main").innerText()).contains("Not recorded: the amount in dispute is above zero");
        recordDispute("2 500,50");
        assertThat(page.locator("main").innerText())
                .contains("2,500.50 disputed since")
                .doesNotContain("On hold");
        assertThat(seriousFaults()).isEmpty();
        assertThat(complaints).isEmpty();
    }

    private void recordDispute(String amount) {
        page.getByText("Record a dispute", new Page.GetByTextOptions().setExact(true))
                .first()
                .click();
        page.locator("#dispute-reason").selectOption("WRONG_AMOUNT");
        page.locator("#dispute-amount").fill(amount);
        page.locator("#dispute-note").fill("Two hours too many");
        assertThat(seriousFaults()).isEmpty();
        page.getByText("Record the dispute", new Page.GetByTextOptions().setExact(true))
                .click();
        page.waitForLoadState(LoadState.NETWORKIDLE);
    }

    @Test
    void tellsThatALetterCameBackAndMendsTheContactData() {
        var creditor = registry.creditor("123456785", "Nordlys AS", Country.NO);
        var debtor = registry.debtor(creditor, "returned-" + System.nanoTime(), "Fjell AS", DebtorKind.BUSINESS);
        debtor.describe(null, null, null, null, new Address("Dalen 2", "5003", "Bergen", "NO"));
        debtor.isKnownAs(Relation.KNOWN, null);
        CaseNumber written = cases.ofInvoice(registry.register(new Invoice(
                                debtor,
                                "returned-" + System.nanoTime(),
                                LocalDate.parse("2026-03-01"),
                                LocalDate.parse("2026-03-16"),
                                Money.parse("NOK 12500.00")))
                        .id())
                .orElseThrow()
                .number();
        house.settle();
        open("/cases/" + written + "?lang=en");
        page.getByLabel("Came back: Friendly reminder").click();
        page.getByLabel("What is known about it").fill("Moved, no new address on the envelope");
        assertThat(seriousFaults()).isEmpty();
        page.getByText("It came back", new Page.GetByTextOptions().setExact(true))
                .click();
        page.waitForLoadState(LoadState.NETWORKIDLE);
        assertThat(page.locator("main").innerText())
                .contains("did not arrive", "Moved, no new address on the envelope", "Fix contact data");

        open("/worklist/of/" + written + "?lang=en");
        assertThat(page.getByLabel("Sent to").inputValue()).isEqualTo("Fjell AS, Dalen 2, 5003 Bergen");
        assertThat(page.getByLabel("Street").inputValue()).isEmpty();
        page.getByLabel("New contact data").check();
        page.getByLabel("Street").fill("Bakken 9");
        page.getByLabel("Post code").fill("5011");
        page.getByLabel("City").fill("Bergen");
        assertThat(seriousFaults()).isEmpty();
        String task = page.url();
        page.locator("[data-island=form] .button--primary").click();
        page.waitForURL(url -> !url.equals(task));
        house.settle();
        open("/cases/" + written);
        assertThat(page.locator("main").innerText()).contains("Bakken 9", "Contact data mended", "Day 14 after due");
        assertThat(page.getByLabel("Came back: Friendly reminder").count()).isEqualTo(1);
        assertThat(complaints).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nb", "sv", "en"})
    void theDebtorsPageIsForPhonesWithAndWithoutScripts(String language) {
        String path = pageOfAWrittenDebtor() + "?in=" + language;
        for (int[] size : new int[][] {{360, 740}, {390, 844}, {1440, 900}}) {
            page.setViewportSize(size[0], size[1]);
            open(path);
            assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
            assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                    .as("nothing runs out of a screen of " + size[0])
                    .isEqualTo(true);
            page.locator(".debtor__answers summary").all().forEach(Locator::click);
            assertThat(seriousFaults()).as(language + " " + size[0]).isEmpty();
        }
        page.setViewportSize(390, 844);
        open(path);
        assertThat(page.locator("[data-copy]").first().isVisible()).isTrue();

        BrowserContext plain = page.context()
                .browser()
                .newContext(new Browser.NewContextOptions()
                        .setJavaScriptEnabled(false)
                        .setViewportSize(390, 844));
        page = plain.newPage();
        open(path);
        assertThat(page.locator("[data-copy]").first().isVisible())
                .as("a button that can do nothing")
                .isFalse();
        page.locator(".debtor__answers summary").nth(1).click();
        page.fill("#promise-day", "2026-03-27");
        page.locator("button[value=PROMISE]").click();
        page.waitForSelector("#open-title");
        assertThat(page.locator(".debtor__answer").count())
                .as("only the objection is left")
                .isEqualTo(1);
        assertThat(plain.cookies()).isEmpty();
        assertThat(complaints).isEmpty();
    }

    private String pageOfAWrittenDebtor() {
        var creditor = registry.creditor("123456785", "Nordlys AS", Country.NO);
        var debtor = registry.debtor(creditor, "page-" + System.nanoTime(), "Fjell AS", DebtorKind.BUSINESS);
        debtor.describe(null, null, null, null, new Address("Dalen 2", "5003", "Bergen", "NO"));
        debtor.isKnownAs(Relation.KNOWN, null);
        CaseNumber written = cases.ofInvoice(registry.register(new Invoice(
                                debtor,
                                "page-" + System.nanoTime(),
                                LocalDate.parse("2026-03-01"),
                                LocalDate.parse("2026-03-16"),
                                Money.parse("NOK 12500.00")))
                        .id())
                .orElseThrow()
                .number();
        house.settle();
        Matcher address = Pattern.compile("/p/[\\w-]{43}")
                .matcher(letters.html(letters.of(written).get(0).id()).orElseThrow());
        assertThat(address.find()).isTrue();
        return address.group();
    }

    @Test
    void aHandlerMapsASpreadsheetOnceAndTheNextOneIsReadAtOnce() {
        people.save(new Person("spreadsheet", "Siri Saksbehandler", Set.of(Role.HANDLER)), "browser");
        page.context().clearCookies();
        signIn("spreadsheet");
        String stamp = "B" + System.nanoTime();
        open("/imports?lang=nb");
        page.setInputFiles("#invoices-files", spreadsheet(stamp + "-1"));
        page.getByText("Les inn fakturaene").click();
        page.waitForURL("**/imports/mapping/*");
        assertThat(page.locator(".alert").count()).isZero();
        assertThat(page.locator("[id='column.due']").inputValue()).isEqualTo("Forfallsdato");
        assertThat(page.locator("[id='column.amount']").inputValue()).isEqualTo("Beløp");
        String mapping = page.url();
        for (String language : List.of("sv", "en", "nb")) {
            page.navigate(mapping + "?lang=" + language);
            assertThat(page.locator("html").getAttribute("lang")).startsWith(language);
            page.locator("main summary").all().forEach(Locator::click);
            assertThat(seriousFaults()).as(language).isEmpty();
        }
        page.getByLabel("Valuta, for alle linjer").fill("NOK");
        page.getByLabel("Kreditor: org.nr., for alle linjer").fill("123456785");
        page.locator("#name").press("Enter");
        page.waitForSelector("#tried");
        assertThat(page.locator("#tried").innerText())
                .contains("Ville bli godtatt", "2026-03-01", "1250.50")
                .doesNotContain("Ville bli avvist");
        assertThat(seriousFaults()).isEmpty();
        page.locator("#name").fill("Regneark " + stamp);
        page.locator("button[value=save].button").click();
        page.waitForSelector("text=Kolonner som i oppsettet Regneark " + stamp);
        open("/cases?query=" + stamp + "-1");
        assertThat(page.locator("main").innerText()).contains("Blåbær " + stamp + "-1 AS");

        open("/imports");
        assertThat(page.locator(".alert").count()).isZero();
        page.setInputFiles("#invoices-files", spreadsheet(stamp + "-2"));
        page.getByText("Les inn fakturaene").click();
        page.waitForSelector("text=Kolonner som i oppsettet Regneark " + stamp);
        assertThat(page.url()).doesNotContain("mapping");
        open("/cases?query=" + stamp + "-2");
        assertThat(page.locator("main").innerText()).contains("Blåbær " + stamp + "-2 AS");
        assertThat(complaints).isEmpty();
    }

    private static FilePayload spreadsheet(String number) {
        String text = "Fakturanr;Fakturadato;Forfallsdato;Beløp;Kundenr;Kunde;KID;Postnr;Poststed;E-post\r\n" + number
                + ";01.02.2026;01.03.2026;1 250,50;" + number + ";Blåbær " + number
                + " AS;;0150;Oslo;post@eksempel.no\r\n";
        return new FilePayload("regneark.csv", "text/csv", text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
