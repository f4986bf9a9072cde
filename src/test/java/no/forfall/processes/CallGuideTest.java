package no.forfall.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import no.forfall.casefile.DebtorPicture;
import no.forfall.casefile.DebtorPictures;
import no.forfall.cases.Cases;
import no.forfall.law.DebtorKind;
import no.forfall.policy.CallScripts;
import no.forfall.policy.Segment;
import no.forfall.receivables.Relation;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.Country;
import no.forfall.worklist.CallGuide;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a handler says and knows when calling. */
@ProcessTest
class CallGuideTest {

    private static final Locale NORWEGIAN = Locale.forLanguageTag("nb");

    @Autowired
    Ladder ladder;

    @Autowired
    CallGuide guide;

    @Autowired
    CallScripts scripts;

    @Autowired
    DebtorPictures pictures;

    @Autowired
    Cases cases;

    @Autowired
    JdbcClient jdbc;

    Ladder.Customer customer;
    CaseNumber number;

    @BeforeEach
    void aNewCustomerIsToBeCalled() {
        ladder.house.itIs("2026-03-17");
        customer = new Ladder.Customer("Nordlys", Country.NO, Ladder.someone(), DebtorKind.BUSINESS, Relation.NEW);
        number = ladder.invoice(customer, "2026-03-16", 1000, false);
    }

    static Stream<Locale> languages() {
        return Stream.of("nb", "sv", "en").map(Locale::forLanguageTag);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void hasOtherWordsForEachKindOfDebtorInEachLanguage(Locale language) {
        List<String> said = Stream.of(Segment.NEW, Segment.CANNOT_NOW, Segment.WILL_NOT)
                .map(segment -> {
                    paysLike(segment);
                    return say(false, language);
                })
                .toList();
        assertThat(said).doesNotHaveDuplicates();
        assertThat(say(true, language)).isNotIn(said);
    }

    private String say(boolean promiseBroken, Locale language) {
        CallScripts.Script script = scripts.of(
                        cases.get(number).invoiceId(), ladder.house.today(), promiseBroken, language)
                .orElseThrow();
        assertThat(script.tone()).isNotEmpty();
        assertThat(script.calm()).isNotEmpty();
        return script.say();
    }

    private void paysLike(Segment segment) {
        jdbc.sql("insert into app.debtor_behaviour (debtor_id, segment, counted)"
                        + " select debtor_id, ?, '{}' from app.invoice where id = ?"
                        + " on conflict (debtor_id) do update set segment = excluded.segment")
                .params(segment.name(), cases.get(number).invoiceId())
                .update();
    }

    @Test
    void speaksTheDebtorsLanguageAndAdvisesInTheHandlers() {
        jdbc.sql("update app.debtor set language = 'sv' where id = (select debtor_id from app.invoice where id = ?)")
                .param(cases.get(number).invoiceId())
                .update();
        CallGuide.Guide said = guide.of(number, "handler", NORWEGIAN).orElseThrow();
        assertThat(said.say())
                .startsWith("Hej, det är ")
                .contains("från Nordlys", "16 mars 2026")
                .doesNotContain("{");
        assertThat(said.tone()).startsWith("De fleste har bare glemt det.");
    }

    @Test
    void asksAboutAPromiseThatWasBroken() {
        ladder.complete(number, "callDebtor", Map.of("outcome", "PROMISE", "promiseDate", "2026-03-27"));
        ladder.house.goTo("2026-04-01");
        assertThat(guide.of(number, "handler", NORWEGIAN).orElseThrow().say()).contains("Vi avtalte at");
    }

    @Test
    void showsAllOpenClaimsOfTheDebtorAndWhatCameOfTheLastCalls() {
        CaseNumber other = ladder.invoice(customer, "2026-03-13", 500, false);
        ladder.complete(number, "callDebtor", Map.of("outcome", "PROMISE", "promiseDate", "2026-03-27"));
        ladder.complete(other, "callDebtor", Map.of("outcome", "NO_ANSWER"));
        ladder.house.goTo("2026-04-01");

        DebtorPicture picture = pictures.of(other, Locale.ENGLISH);
        assertThat(picture.claims())
                .extracting(DebtorPicture.OpenClaim::caseNumber)
                .containsExactly(other.value(), number.value());
        assertThat(picture.claims()).extracting(DebtorPicture.OpenClaim::here).containsExactly(true, false);
        assertThat(picture.exposure()).extracting(Object::toString).containsExactly("NOK 1500.00");
        assertThat(picture.kept()).isZero();
        assertThat(picture.broken()).isOne();
        assertThat(picture.calls())
                .containsExactly(
                        new DebtorPicture.Call(LocalDate.parse("2026-03-17"), "no answer"),
                        new DebtorPicture.Call(LocalDate.parse("2026-03-17"), "promises to pay"));
    }

    @Test
    void knowsABusinessByItsNumberWithOtherCreditorsToo() {
        Ladder.Customer elsewhere =
                new Ladder.Customer("Sørlys", Country.NO, Ladder.someone(), DebtorKind.BUSINESS, Relation.KNOWN);
        CaseNumber there = ladder.invoice(elsewhere, "2026-03-10", 700, false);
        String organisation = "9" + Math.abs(number.hashCode()) % 100_000_000;
        jdbc.sql("update app.debtor set organisation_number = ? where id in (select i.debtor_id from app.invoice i"
                        + " join app.collection_case c on c.invoice_id = i.id where c.number in (?, ?))")
                .params(organisation, number.value(), there.value())
                .update();
        assertThat(pictures.of(number, Locale.ENGLISH).claims())
                .extracting(DebtorPicture.OpenClaim::creditor)
                .containsExactly("Sørlys", "Nordlys");
    }
}
