package no.forfall.pages;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.forfall.ForfallTest;
import no.forfall.House;
import no.forfall.cases.Cases;
import no.forfall.correspondence.Letters;
import no.forfall.identity.People;
import no.forfall.identity.Person;
import no.forfall.identity.Role;
import no.forfall.law.DebtorKind;
import no.forfall.receivables.Invoice;
import no.forfall.receivables.Registry;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.Country;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A test in a real browser: someone with all rights is signed in, and a case whose debtor is to be called is there. */
@ForfallTest
abstract class BrowserTest {

    private static final Set<String> SERIOUS = Set.of("serious", "critical");

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Autowired
    Registry registry;

    @Autowired
    Cases cases;

    @Autowired
    Letters letters;

    @Autowired
    House house;

    Playwright playwright;
    Page page;
    CaseNumber number;
    final List<String> complaints = new ArrayList<>();

    @BeforeEach
    void someoneSignsIn() {
        Path chromium = chromium().orElse(null);
        if (chromium == null) {
            System.out.println("Skipped: no Chromium found; install it or set FORFALL_CHROMIUM to its path");
        }
        assumeTrue(chromium != null, "no Chromium found; install it or set FORFALL_CHROMIUM to its path");
        people.save(new Person("browser", "Britt Browser", Set.of(Role.values())), "browser");
        house.itIs("2026-03-17");
        var creditor = registry.creditor("123456785", "Nordlys AS", Country.NO);
        var debtor = registry.debtor(creditor, "browser-" + System.nanoTime(), "Fjell AS", DebtorKind.BUSINESS);
        number = cases.ofInvoice(registry.register(new Invoice(
                                debtor,
                                "browser-" + System.nanoTime(),
                                LocalDate.parse("2026-03-01"),
                                LocalDate.parse("2026-03-16"),
                                Money.parse("NOK 12500.00")))
                        .id())
                .orElseThrow()
                .number();
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
        BrowserContext context = browser.newContext(new Browser.NewContextOptions().setViewportSize(1280, 720));
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
        signIn("browser");
    }

    final void signIn(String person) {
        open("/login");
        page.fill("#username", person);
        page.fill("#password", "browser");
        page.keyboard().press("Enter");
        page.waitForURL(java.util.regex.Pattern.compile("/worklist(/brief)?$"));
    }

    @AfterEach
    void closeTheBrowser() {
        if (playwright != null) {
            playwright.close();
        }
    }

    private static Optional<Path> chromium() {
        return List.of(
                        Optional.ofNullable(System.getenv("FORFALL_CHROMIUM")).orElse("/usr/bin/chromium"),
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome")
                .stream()
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    final void open(String path) {
        page.navigate("http://localhost:" + port + path);
        page.waitForLoadState(LoadState.NETWORKIDLE);
    }

    /** What axe finds on the page that keeps people out. What it finds in order is not told element by element. */
    final List<String> seriousFaults() {
        AxeRunOptions faultsAlone = new AxeRunOptions();
        faultsAlone.setResultTypes(List.of("violations"));
        return new AxeBuilder(page)
                .options(faultsAlone).exclude(".bjs-powered-by").analyze().getViolations().stream()
                        .filter(rule -> SERIOUS.contains(rule.getImpact()))
                        .map(Rule::getId)
                        .toList();
    }
}
