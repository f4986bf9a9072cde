package no.forfall.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import no.forfall.ForfallTest;
import no.forfall.House;
import no.forfall.Samples;
import no.forfall.cases.CollectionCase;
import no.forfall.receivables.Part;
import no.forfall.receivables.Receivables;
import no.forfall.receivables.Voucher;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@ForfallTest
class AccountsApiTest {

    private static final LocalDate DAY = LocalDate.parse("2026-04-20");

    @Autowired
    MockMvc http;

    @Autowired
    House house;

    @Autowired
    Samples samples;

    @Autowired
    Receivables receivables;

    private List<String> rows(CollectionCase of, long after) throws Exception {
        return http.perform(get("/api/accounts/vouchers.csv?after=" + after)
                        .with(user("mona").roles("MANAGER")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString()
                .lines()
                .filter(line -> line.contains(";" + of.number() + ";"))
                .toList();
    }

    private static String rest(String row) {
        return row.substring(row.indexOf(";F-") + 1).replaceFirst("F-\\d+;", "");
    }

    @Test
    void tellsWhatWasChargedAndGivenUpAndNothingThatTheAccountsKnow() throws Exception {
        house.itIs("2026-04-20");
        CollectionCase owed = samples.caseDue("2026-03-20", "Ola", "NOK 500.00");
        receivables.charge(owed.invoiceId(), Part.FEE, Money.parse("NOK 38.00"), DAY, "letter:accounts");
        receivables.charge(owed.invoiceId(), Part.INTEREST, Money.parse("NOK 5.10"), DAY, "letter:accounts");
        receivables.pay(owed.invoiceId(), Money.parse("NOK 100.00"), DAY, "payment:0");
        receivables.waive(
                owed.invoiceId(),
                Part.FEE,
                Money.parse("NOK 38.00"),
                new Voucher(DAY, "waiver:accounts", "=cmd()", "mona"));
        receivables.writeOff(owed.invoiceId(), new Voucher(DAY, "writeoff:accounts", "Bankrupt", "mona"));
        List<String> rows = rows(owed, 0);
        assertThat(rows)
                .extracting(AccountsApiTest::rest)
                .containsExactly(
                        "FEE;CHARGE;38.00;NOK;",
                        "INTEREST;CHARGE;5.10;NOK;",
                        "FEE;WAIVER;-38.00;NOK;'=cmd()",
                        "PRINCIPAL;WRITE_OFF;-400.00;NOK;Bankrupt",
                        "INTEREST;WRITE_OFF;-5.10;NOK;Bankrupt");
        long second = Long.parseLong(rows.get(1).substring(0, rows.get(1).indexOf(';')));
        assertThat(rows(owed, second)).isEqualTo(rows.subList(2, 5));
    }

    @Test
    void isForManagers() throws Exception {
        http.perform(get("/api/accounts/vouchers.csv").with(user("kari").roles("HANDLER")))
                .andExpect(status().isForbidden());
    }
}
