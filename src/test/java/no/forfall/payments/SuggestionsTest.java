package no.forfall.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import no.forfall.ForfallTest;
import no.forfall.House;
import no.forfall.intake.Importer;
import no.forfall.intake.Imports;
import no.forfall.payments.Suggestion.Hint;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ForfallTest
class SuggestionsTest {

    @Autowired
    House house;

    @Autowired
    Imports imports;

    @Autowired
    Payments payments;

    @Autowired
    Suggestions suggestions;

    @Autowired
    JdbcClient jdbc;

    private void receive(String kind, String file) {
        imports.receive(kind, new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), "file", "test");
    }

    @BeforeEach
    void threeInvoices() {
        house.itIs("2026-03-02");
        receive(Importer.INVOICES, """
                creditor_org;creditor_name;creditor_country;invoice;issued;due;currency;amount;reference;account;customer;name;kind
                981276957;Sund Trelast AS;NO;ST-4001;2026-02-10;2026-03-20;NOK;4811.00;8800015;15034012349;S1;Brattbakken Sameie;business
                981276957;Sund Trelast AS;NO;ST-4002;2026-02-10;2026-03-20;NOK;4812.00;8800023;15034012349;S1;Brattbakken Sameie;business
                981276957;Sund Trelast AS;NO;ST-4003;2026-02-10;2026-03-20;NOK;4811.00;8800031;15034012349;S2;Quirin Wexelsen;private
                """);
    }

    private List<Suggestion> of(String id, String amount, String payer, String text) {
        receive(
                Importer.PAYMENTS,
                "id;booked;amount;currency;payer;account;text\nS-" + id + ";2026-03-01;" + amount + ";NOK;" + payer
                        + ";1503 40 12349;" + text + "\n");
        return suggestions.of(payments.get(jdbc.sql("select id from app.payment where key = ?")
                .param("id:S-" + id)
                .query(Long.class)
                .single()));
    }

    @Test
    void namesTheInvoiceThatThePayerWroteAboutFirst() {
        List<Suggestion> found = of("1", "4811.00", "Ukjent", "Gjelder faktura ST-4002, takk.");
        assertThat(found.get(0).invoice().number()).isEqualTo("ST-4002");
        assertThat(found.get(0).hints()).containsExactly(Hint.NAMED, Hint.ACCOUNT);
        assertThat(found).extracting(each -> each.invoice().number()).contains("ST-4001", "ST-4003");
    }

    @Test
    void putsAmountAndNameTogetherBeforeTheAmountAlone() {
        List<Suggestion> found = of("2", "4811.00", "WEXELSEN QUIRIN", "");
        assertThat(found).extracting(each -> each.invoice().number()).containsExactly("ST-4003", "ST-4001");
        assertThat(found.get(0).hints()).contains(Hint.OPEN_AMOUNT, Hint.SAME_NAME, Hint.ACCOUNT);
        assertThat(found.get(0).score()).isGreaterThan(found.get(1).score());
    }

    @Test
    void knowsThePayerByName() {
        List<Suggestion> found = of("3", "50.00", "brattbakken sameie v/styret", "husleie");
        assertThat(found).extracting(each -> each.invoice().number()).containsExactlyInAnyOrder("ST-4001", "ST-4002");
        assertThat(found).allSatisfy(each -> assertThat(each.hints()).contains(Hint.LIKE_NAME));
    }

    @Test
    void suggestsNothingWhereNothingSpeaksForIt() {
        assertThat(of("4", "50.00", "Noen Helt Annen", "husleie")).isEmpty();
        assertThat(of("5", "-4811.00", "Brattbakken Sameie", "ST-4001")).isEmpty();
    }
}
