package no.forfall.correspondence.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import no.forfall.correspondence.LetterType;
import no.forfall.law.LegalStep;
import no.forfall.shared.Country;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ShortTextTest {

    private static final String GOOD = "{{creditor}}: invoice {{invoiceNumber}}, due {{dueDate}}. Call {{contact}}";
    private static final LetterType FRIENDLY = LetterType.FRIENDLY_REMINDER;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FRIENDLY_REMINDER | nb | Nordlys Kontor AS: Vi kan ikke se at faktura 20261187 med forfall 18.05.2026 er betalt. Spørsmål? 77 00 11 22",
                "FRIENDLY_REMINDER | sv | Nordlys Kontor AS: Vi kan inte se att faktura 20261187 med förfallodag 2026-05-18 är betald. Frågor? 77 00 11 22",
                "FRIENDLY_REMINDER | en | Nordlys Kontor AS: We cannot see that invoice 20261187 due 18 May 2026 has been paid. Questions? 77 00 11 22",
                "PRE_DUE_REMINDER | nb | Nordlys Kontor AS: Faktura 20261187 forfaller 18.05.2026. Har du alt betalt, se bort fra dette. Spørsmål? 77 00 11 22",
                "PRE_DUE_REMINDER | sv | Nordlys Kontor AS: Faktura 20261187 förfaller 2026-05-18. Har du redan betalat, bortse från det. Frågor? 77 00 11 22",
                "PRE_DUE_REMINDER | en | Nordlys Kontor AS: Invoice 20261187 is due 18 May 2026. If you have paid, please disregard this. Questions? 77 00 11 22"
            })
    void saysWhoWhatAndWhereInOneMessage(LetterType type, String language, String words) {
        Rendered letter = Drafts.writer().write(Drafts.of(type, Country.NO, language));
        assertThat(letter.shortText()).isEqualTo(words);
        assertThat(Gsm7.septets(words)).isLessThanOrEqualTo(160);
        assertThat(letter.text()).doesNotContain("SMS");
    }

    @ParameterizedTest
    @EnumSource(LetterType.class)
    void isForFriendlyLettersOnly(LetterType type) {
        Rendered letter = Drafts.writer().write(Drafts.of(type, Country.SE, "sv"));
        assertThat(letter.shortText() == null).isEqualTo(type.legalStep() != LegalStep.CONTACT);
    }

    @Test
    void namesTheDebtorsPageWhereThereIsOne() {
        String text = GOOD + "{{#page}} See {{page}}.{{/page}}";
        Draft draft = Drafts.of(FRIENDLY, Country.NO, "en");
        Formats formats = new Formats(Locale.ENGLISH);
        assertThat(ShortText.check(FRIENDLY, text)).isEmpty();
        assertThat(ShortText.fill(text, draft, formats)).endsWith("Call 77 00 11 22");
        assertThat(ShortText.fill(text, Drafts.at(draft, "https://pay.example/p/abc"), formats))
                .endsWith("Call 77 00 11 22 See https://pay.example/p/abc.");
    }

    @Test
    void isNeverLongerThanTheGateMeasured() {
        Draft draft = Drafts.at(Drafts.of(FRIENDLY, Country.NO, "en"), "https://pay.example/" + "p".repeat(200));
        String filled = ShortText.fill("{{#page}}{{page}}{{/page}}", draft, new Formats(Locale.ENGLISH));
        assertThat(filled).hasSize(100);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{{creditor}}: invoice {{invoiceNumber}} | the field “contact” is missing",
                "{{creditor}}: call {{contact}} | the field “invoiceNumber” is missing",
                "Invoice {{invoiceNumber}}, call {{contact}} | the field “creditor” is missing",
                "{{creditor}}: {{invoiceNumber}} {{contact}} {{amount}} | a field that does not exist there",
                "{{creditor}}: {{invoiceNumber}} {{contact}} {{page}} {{/page}} | a field that does not exist there",
                "{{creditor}}: {{invoiceNumber}} {{contact}} {{{debtor.class}}} | a field that does not exist there",
                "{{creditor}}: {{invoiceNumber}} {{contact}} “now” | ““” is no letter of text messages",
                "{{creditor}}: {{invoiceNumber}} {{contact}} your debt | tells everybody who sees the telephone"
            })
    void isRefusedWhenItSaysTooLittleOrTooMuch(String text, String because) {
        assertThat(reasons(FRIENDLY, text))
                .anySatisfy(reason -> assertThat(reason).contains(because));
    }

    @Test
    void isMeasuredWithTheLongestNames() {
        int names = 40 + 20 + 40;
        String fits = "{{creditor}}{{invoiceNumber}}{{contact}}" + "x".repeat(ShortText.LONGEST - names);
        assertThat(reasons(FRIENDLY, fits)).isEmpty();
        assertThat(reasons(FRIENDLY, fits + "x")).singleElement().asString().contains("301 characters", "hold 300");
        assertThat(reasons(FRIENDLY, fits.substring(1) + "€")).isNotEmpty();
    }

    @Test
    void isRefusedInALetterThatTheLawCounts() {
        String letter = new HouseTexts().of(LetterType.FEE_REMINDER, "en") + "\nSMS:\n" + GOOD + "\n";
        assertThat(TextGate.check(LetterType.FEE_REMINDER, letter))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.reason().en()).contains("Only friendly letters", "no valid delivery");
                    assertThat(finding.overridable()).isFalse();
                });
    }

    @Test
    void isWrittenInLettersThatEveryTelephoneHas() {
        assertThat(Gsm7.of("Łódź – “Ærø” Ångström, señor [x] 中")).isEqualTo("?odz - 'Ærø' Ångström, señor ?x? ?");
        assertThat(Gsm7.septets("a€b")).isEqualTo(4);
    }

    private static List<String> reasons(LetterType type, String text) {
        return ShortText.check(type, text).stream()
                .map(finding -> finding.reason().en())
                .toList();
    }
}
