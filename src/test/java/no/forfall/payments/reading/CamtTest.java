package no.forfall.payments.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import no.forfall.SharedData;
import no.forfall.intake.FileRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CamtTest {

    private static final String CREDIT = "<CdtDbtInd>CRDT</CdtDbtInd>";
    private static final String DEBIT = "<CdtDbtInd>DBIT</CdtDbtInd>";
    private static final String BOOKED = "<Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-03-04</Dt></BookgDt>";

    private static String file(String kind, String version, String entries) {
        String message = kind.equals("053") ? "BkToCstmrStmt" : "BkToCstmrDbtCdtNtfctn";
        String part = kind.equals("053") ? "Stmt" : "Ntfctn";
        return ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.%s.001.%s\">"
                        + "<%s><GrpHdr><MsgId>M</MsgId></GrpHdr><%s><Id>S</Id><Acct><Id><IBAN>NO9386011117947</IBAN></Id></Acct>"
                        + "\n%s</%s></%s></Document>")
                .formatted(kind, version, message, part, entries, part, message);
    }

    private static String notification(String entries) {
        return file("054", "08", entries);
    }

    private static String amount(String amount) {
        return "<Amt Ccy=\"NOK\">" + amount + "</Amt>";
    }

    private static String entry(String amount, String details) {
        return "<Ntry>" + amount(amount) + CREDIT + BOOKED + "<NtryDtls>" + details + "</NtryDtls></Ntry>\n";
    }

    private static String payment(String amount, String reference) {
        return "<TxDtls>" + amount(amount) + "<RmtInf>" + structured(null, reference) + "</RmtInf></TxDtls>\n";
    }

    private static String structured(String amount, String reference) {
        String part = amount == null ? "" : "<RfrdDocAmt><RmtdAmt Ccy=\"NOK\">" + amount + "</RmtdAmt></RfrdDocAmt>";
        return "<Strd>" + part + "<CdtrRefInf><Tp><CdOrPrtry><Cd>SCOR</Cd></CdOrPrtry></Tp><Ref>" + reference
                + "</Ref></CdtrRefInf></Strd>";
    }

    private static void isRefused(String xml, String because) {
        assertThatExceptionOfType(FileRefused.class)
                .isThrownBy(() -> Reading.of(xml))
                .satisfies(refusal -> {
                    assertThat(refusal.reason().en()).contains(because);
                    assertThat(refusal.mend().nb()).isNotBlank();
                    assertThat(refusal.reason().sv())
                            .isNotEqualTo(refusal.reason().en());
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "camt/no_camt054_001_02_lump_3_kid.xml",
                "camt/no_camt054_001_08_lump_3_kid.xml",
                "camt/bom_and_blank_prefix_no_camt054_02.xml"
            })
    void readsTheSamePaymentsInEveryVersion(String name) {
        Path file = SharedData.require(name);
        Reading reading = Reading.of(file);
        assertThat(reading.amounts())
                .containsExactly("NOK 1250.00 0010017", "NOK 499.50 0010025", "NOK 10.00 0010018", "NOK 300.00 null");
        assertThat(reading.lines)
                .extracting(BankLine::payer)
                .containsExactly("Kunde AS", "Fjord & Fjell ANS", "Ukjent Betaler", "Kari Nordmann");
        assertThat(reading.lines.get(3).text()).isEqualTo("Faktura 1003");
        assertThat(reading.lines).allSatisfy(line -> {
            assertThat(line.account()).isEqualTo("12345678903");
            assertThat(line.bookedOn()).isEqualTo(LocalDate.parse("2026-10-06"));
        });
        assertThat(reading.notices).singleElement().asString().contains("1 debit", "1 entries that are not booked");
        assertThat(reading.keys)
                .isEqualTo(Reading.of(SharedData.require("camt/no_camt054_001_02_lump_3_kid.xml")).keys);
    }

    @ParameterizedTest
    @CsvSource({"053,02", "053,08", "053,13", "054,02", "054,06", "054,13"})
    void readsTheVersionsTwoToThirteen(String kind, String version) {
        assertThat(Reading.of(file(kind, version, entry("10.00", payment("10.00", "0010017"))))
                        .amounts())
                .containsExactly("NOK 10.00 0010017");
    }

    @ParameterizedTest
    @CsvSource({"052,08", "054,01", "054,14", "060,03"})
    void refusesOtherMessagesByName(String kind, String version) {
        isRefused(file(kind, version, ""), "camt." + kind + ".001." + version + ")");
    }

    @Test
    void knowsAPaymentOfAStatementFromItsNotification() {
        String entries = entry("10.00", payment("10.00", "0010017"));
        String iban = file("053", "02", entries);
        String plain =
                notification(entries).replace("<IBAN>NO9386011117947</IBAN>", "<Othr><Id>86011117947</Id></Othr>");
        assertThat(Reading.of(iban).keys).isEqualTo(Reading.of(plain).keys);
    }

    @Test
    void takesEqualPaymentsWithoutReferenceForTwoWhenTheirPayersDiffer() {
        String payment = "<TxDtls>" + amount("10.00") + "<RltdPties><Dbtr><Nm>%s</Nm></Dbtr></RltdPties></TxDtls>";
        Mark one = Reading.of(notification(entry("10.00", payment.formatted("Kari"))))
                .marks
                .get(0);
        Mark other = Reading.of(notification(entry("10.00", payment.formatted("Ola"))))
                .marks
                .get(0);
        assertThat(one).isNotEqualTo(other);
    }

    @Test
    void countsEqualPaymentsOfADay() {
        Reading reading =
                Reading.of(notification(entry("20.00", payment("10.00", "0010017") + payment("10.00", "0010017"))
                        + entry("10.00", payment("10.00", "0010017")).replace("2026-03-04", "2026-03-05")));
        assertThat(reading.keys).doesNotHaveDuplicates();
        assertThat(reading.keys)
                .extracting(key -> key.substring(key.lastIndexOf(':')))
                .containsExactly(":1", ":2", ":1");
        assertThat(reading.places)
                .extracting(Place::path)
                .containsExactly(
                        "/Document/BkToCstmrDbtCdtNtfctn/Ntfctn[1]/Ntry[1]/NtryDtls/TxDtls[1]",
                        "/Document/BkToCstmrDbtCdtNtfctn/Ntfctn[1]/Ntry[1]/NtryDtls/TxDtls[2]",
                        "/Document/BkToCstmrDbtCdtNtfctn/Ntfctn[1]/Ntry[2]/NtryDtls/TxDtls[1]");
    }

    @Test
    void sharesAPaymentBetweenTheReferencesThatItNames() {
        String both = structured("70.00", "0010017") + structured("30.00", "0010025");
        Reading reading = Reading.of(notification(
                entry("100.00", "<TxDtls>" + amount("100.00") + "<RmtInf>" + both + "</RmtInf></TxDtls>")));
        assertThat(reading.amounts()).containsExactly("NOK 70.00 0010017", "NOK 30.00 0010025");
    }

    @Test
    void leavesAPaymentWholeWhenTheAmountsOfItsReferencesAreNotTold() {
        for (String both : new String[] {
            structured(null, "0010017") + structured(null, "0010025"),
            structured("70.00", "0010017") + structured("20.00", "0010025")
        }) {
            Reading reading = Reading.of(notification(
                    entry("100.00", "<TxDtls>" + amount("100.00") + "<RmtInf>" + both + "</RmtInf></TxDtls>")));
            assertThat(reading.amounts()).containsExactly("NOK 100.00 0010017 + 0010025");
            assertThat(reading.lines.get(0).hasSeveralReferences()).isTrue();
        }
    }

    @Test
    void takesWhatIsNoCreditorReferenceAsText() {
        Reading reading = Reading.of(notification(entry(
                "100.00",
                "<TxDtls>" + amount("100.00") + "<RmtInf><Ustrd>Takk</Ustrd><Ustrd>for sist</Ustrd>"
                        + structured(null, "X-1").replace("SCOR", "DISP") + "</RmtInf></TxDtls>")));
        assertThat(reading.amounts()).containsExactly("NOK 100.00 null");
        assertThat(reading.lines.get(0).text()).isEqualTo("Takk for sist X-1");
    }

    @Test
    void takesAnEntryWithoutDetailsAsOnePayment() {
        Reading reading = Reading.of(notification(
                "<Ntry>" + amount("55.00") + CREDIT + BOOKED + "<AddtlNtryInf>Giro 4711</AddtlNtryInf></Ntry>"));
        assertThat(reading.amounts()).containsExactly("NOK 55.00 null");
        assertThat(reading.lines.get(0).text()).isEqualTo("Giro 4711");
    }

    @Test
    void tellsOfALumpSumAndDoesNotTakeItAsAPayment() {
        Reading reading = Reading.of(file(
                "053",
                "08",
                entry("900.00", "<Btch><NbOfTxs>3</NbOfTxs></Btch>")
                        + entry("10.00", "<Btch><NbOfTxs>1</NbOfTxs></Btch>" + payment("10.00", "0010017"))));
        assertThat(reading.amounts()).containsExactly("NOK 10.00 0010017");
        assertThat(reading.notices).singleElement().asString().contains("NOK 900.00", "sum of 3 payments");
    }

    @Test
    void takesBackWhatWasReversedAndNeverPostsMoneyOfOurOwn() {
        String reversal = "<RvslInd>true</RvslInd>";
        String details = "<NtryDtls>" + payment("10.00", "0010017") + "</NtryDtls></Ntry>";
        Reading reading = Reading.of(notification("<Ntry>" + amount("10.00") + DEBIT + reversal + BOOKED + details
                + "<Ntry>" + amount("10.00") + CREDIT + reversal + BOOKED + details));
        assertThat(reading.amounts()).containsExactly("NOK -10.00 0010017", "NOK 10.00 null");
        assertThat(reading.lines.get(1).text()).isEqualTo("0010017");
    }

    @Test
    void subtractsADebitInsideABatchOfCredits() {
        String back = payment("10.00", "0010025").replace("<RmtInf>", DEBIT + "<RmtInf>");
        assertThat(Reading.of(notification(entry("90.00", payment("100.00", "0010017") + back)))
                        .amounts())
                .containsExactly("NOK 100.00 0010017", "NOK -10.00 0010025");
    }

    @Test
    void takesWhatWasBookedWhenThePaymentWasExchangedOrCharged() {
        String euro = payment("9.00", "0010017").replace("\"NOK\"", "\"EUR\"");
        String charged = payment("100.00", "0010025").replace("<RmtInf>", "<Chrgs/><RmtInf>");
        assertThat(Reading.of(notification(entry("100.00", euro) + entry("95.00", charged)))
                        .amounts())
                .containsExactly("NOK 100.00 0010017", "NOK 95.00 0010025");
    }

    @Test
    void readsTheDayOfAMomentWhereTheBankIs() {
        String late = entry("10.00", payment("10.00", "0010017"))
                .replace("<Dt>2026-03-04</Dt>", "<DtTm>2026-03-04T23:30:00Z</DtTm>");
        assertThat(Reading.of(notification(late)).lines.get(0).bookedOn()).isEqualTo(LocalDate.parse("2026-03-05"));
    }

    @Test
    void readsLatinOneAndBlanksBeforeTheFile() {
        String xml = notification(entry("10.00", payment("10.00", "0010017")))
                .replace("UTF-8", "ISO-8859-1")
                .replace("<RmtInf>", "<RltdPties><Dbtr><Nm>Blåbær ÆØÅ</Nm></Dbtr></RltdPties><RmtInf>");
        assertThat(Reading.of(("\n  " + xml).getBytes(StandardCharsets.ISO_8859_1))
                        .lines
                        .get(0)
                        .payer())
                .isEqualTo("Blåbær ÆØÅ");
    }

    @Test
    void comparesTheTotalsThatTheBankGives() {
        String total = "<TxsSummry><TtlNtries><NbOfNtries>%s</NbOfNtries><Sum>%s</Sum></TtlNtries><TtlCdtNtries>"
                + "<NbOfNtries>%s</NbOfNtries><Sum>%s</Sum></TtlCdtNtries></TxsSummry>";
        String pending = "<Ntry>" + amount("5.00") + CREDIT + "<Sts>PDNG</Sts></Ntry>";
        String entries = entry("10.00", payment("10.00", "0010017")) + pending + "<Ntry>" + amount("7.00") + DEBIT
                + BOOKED + "</Ntry>";
        for (String[] right : new String[][] {{"3", "22.0", "2", "15"}, {"2", "17.00", "1", "10.00"}}) {
            assertThat(Reading.of(notification(total.formatted((Object[]) right) + entries)).lines)
                    .hasSize(1);
        }
        for (String[] wrong : new String[][] {
            {"4", "22", "2", "15"}, {"3", "22.01", "2", "15"}, {"3", "22", "3", "15"}, {"3", "22", "2", "10.00"}
        }) {
            isRefused(notification(total.formatted((Object[]) wrong) + entries), "(entries / sum)");
        }
    }

    @Test
    void refusesDetailsThatDoNotMakeUpTheirEntry() {
        isRefused(
                notification(entry("30.00", payment("10.00", "0010017") + payment("10.00", "0010025"))),
                "line 5 is NOK 30.00, but its details come to NOK 20.00");
        isRefused(notification(entry("30.00", payment("10.00", "0010017"))), "come to NOK 10.00");
        isRefused(notification(entry("30.00", payment("10.00", "0010017") + "<TxDtls/>")), "states no amount");
    }

    @Test
    void refusesACutFileAndWhatIsMissingOrUnreadable() {
        String whole = notification(entry("10.00", payment("10.00", "0010017")));
        isRefused(whole.substring(0, whole.length() - 30), "broken at line");
        isRefused(whole.replace("<CdtDbtInd>CRDT</CdtDbtInd>", ""), "CdtDbtInd is missing");
        isRefused(whole.replaceAll("<BookgDt>.*</BookgDt>", ""), "BookgDt is missing");
        isRefused(whole.replaceAll("<Acct>.*</Acct>", ""), "Acct/Id is missing");
        isRefused(whole.replace("\">10.00<", "\">1O.00<"), "Amt at line 3 cannot be read: “1O.00”");
        isRefused(whole.replace("\">10.00<", "\">-10.00<"), "cannot be read");
        isRefused(whole.replace("\">10.00<", "\">9999999999999<"), "cannot be read");
        isRefused(whole.replace("NOK", "NOKK"), "cannot be read: “NOKK 10.00”");
        isRefused(whole.replace("2026-03-04", "2026-02-30"), "BookgDt at line 3 cannot be read");
        isRefused(whole.replaceAll("(?s)<Ntfctn>.*</Ntfctn>", ""), "no account");
    }

    @Test
    void refusesWhatNoBankSends() {
        Path xxe = SharedData.require("camt/BAD_xxe.xml");
        assertThatExceptionOfType(FileRefused.class)
                .isThrownBy(() -> Reading.of(xxe))
                .satisfies(refusal -> assertThat(refusal.reason().en()).contains("DOCTYPE"));
    }

    @Test
    void refusesBombs() {
        String whole = notification(entry("10.00", payment("10.00", "0010017")));
        isRefused(
                "<!DOCTYPE l [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;'>]>"
                        + whole.substring(whole.indexOf('\n') + 1),
                "DOCTYPE");
        isRefused(whole.replace("<GrpHdr>", "<GrpHdr>" + "<a>".repeat(100_000)), "nested deeper");
        String giant = "x".repeat(3_000_000);
        isRefused(whole.replace("0010017", giant), "longer than any");
        isRefused(whole.replace("<GrpHdr>", "<GrpHdr a='" + giant + "'>"), "longer than any");
        isRefused(whole.replace("<GrpHdr>", "<!--" + "<->".repeat(1_000_000) + "--><GrpHdr>"), "longer than any");
        isRefused(whole.replace("<GrpHdr>", "<" + giant + "/><GrpHdr>"), "");
    }
}
