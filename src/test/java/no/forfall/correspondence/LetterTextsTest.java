package no.forfall.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import no.forfall.receivables.Invoice;
import no.forfall.shared.Country;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class LetterTextsTest extends LetterTestCase {

    private static final LetterType TYPE = LetterType.FEE_REMINDER;

    @Autowired
    LetterTexts texts;

    int before;

    /** Versions are never taken away, and what is ready to be written with is remembered by them. */
    @BeforeEach
    @AfterEach
    void onlyTheHouseWrites() {
        house.itIs("2026-03-30");
        before = texts.backToTheHouse(TYPE, "nb", "for the next test", "dina").version();
    }

    private String house() {
        return texts.inForce(TYPE, "nb").source();
    }

    private String greeting(String words) {
        return house().replaceFirst("\n\n", "\n\n" + words + "\n\n");
    }

    private Invoice invoice() {
        return invoice(Country.NO, "2026-03-16", false, "regnskap@bakke.example", "nb");
    }

    private String sent() {
        Invoice invoice = invoice();
        Letter letter = send(invoice, TYPE);
        return jdbc.sql("select text || basis from app.letter where id = ?")
                .param(letter.id())
                .query(String.class)
                .single();
    }

    @Test
    void aPublishedTextCountsForTheNextLetterAndTheHouseComesBack() {
        assertThat(sent()).doesNotContain("Hallo der.");
        LetterText first = texts.publish(TYPE, "nb", greeting("Hallo der."), "kinder", "dina", false);
        assertThat(first.version()).isEqualTo(before + 1);
        assertThat(first.state()).isEqualTo(LetterText.State.PUBLISHED);
        assertThat(sent()).contains("Hallo der.").contains("\"textVersion\": " + (before + 1));
        assertThat(texts.inForce(TYPE, "sv").written()).isNull();

        texts.backToTheHouse(TYPE, "nb", "back", "dina");
        assertThat(sent()).doesNotContain("Hallo der.").contains("\"textVersion\": " + (before + 2));
        assertThat(texts.history(TYPE, "nb"))
                .extracting(LetterText::version)
                .startsWith(before + 2, before + 1, before);
    }

    @Test
    void aLetterThatWaitedIsWrittenWithTheTextOfTheDayItLeaves() {
        Invoice invoice = invoice();
        UUID key = queue(invoice, TYPE);
        texts.publish(TYPE, "nb", greeting("Hallo igjen."), "kinder", "dina", false);
        outbox.runDue();
        assertThat(letters.html(key).orElseThrow()).contains("Hallo igjen.");
    }

    @Test
    void refusesWhatTheLawDemandsAlsoWhenASecondPersonIsAsked() {
        String bare = house().replace("{{payment}}\n\n", "");
        assertThatThrownBy(() -> texts.publish(TYPE, "nb", bare, "shorter", "dina", true))
                .isInstanceOfSatisfying(LetterTexts.Refused.class, refused -> assertThat(
                                refused.findings().get(0).reason().en())
                        .contains("how to pay"));
        assertThat(texts.history(TYPE, "nb").get(0).version()).isEqualTo(before);
        assertThatThrownBy(() -> texts.publish(TYPE, "da", house(), "x", "dina", false))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void wordsWaitForANamedSecondPerson() {
        String hard = greeting("Politiet er ikke innblandet.");
        assertThatThrownBy(() -> texts.publish(TYPE, "nb", hard, "why", "dina", false))
                .isInstanceOf(LetterTexts.Refused.class);
        LetterText waiting = texts.publish(TYPE, "nb", hard, "why", "dina", true);
        assertThat(waiting.state()).isEqualTo(LetterText.State.WAITING);
        assertThat(waiting.findings()).contains("«Politiet» truer");
        assertThat(sent()).doesNotContain("Politiet");

        assertThatThrownBy(() -> texts.decide(TYPE, "nb", waiting.version(), true, "dina"))
                .isInstanceOf(LetterTexts.SecondPersonNeeded.class);
        LetterText passed = texts.decide(TYPE, "nb", waiting.version(), true, "mona");
        assertThat(passed.decidedBy()).isEqualTo("mona");
        assertThat(sent()).contains("Politiet er ikke innblandet.");
        assertThatThrownBy(() -> texts.decide(TYPE, "nb", waiting.version(), false, "mona"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void wordsThatAreTurnedDownAreNeverWritten() {
        LetterText waiting = texts.publish(TYPE, "nb", greeting("Siste sjanse!"), "why", "dina", true);
        texts.decide(TYPE, "nb", waiting.version(), false, "mona");
        assertThat(sent()).doesNotContain("Siste sjanse!");
    }

    @Test
    void showsATextOnACaseAndKeepsNothing() throws Exception {
        Invoice invoice = invoice();
        String html = texts.preview(TYPE, "sv", texts.inForce(TYPE, "sv").source(), caseOf(invoice));
        assertThat(html).contains("Betalningspåminnelse", invoice.number(), "12\u00a0500,00");
        assertThat(letters.of(caseOf(invoice))).isEmpty();
        assertThat(balance(invoice).fee().isZero()).isTrue();
    }
}
