package no.forfall.payments.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import no.forfall.intake.Finding;
import no.forfall.intake.IncomingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A bank's file of hundreds of megabytes is read in a heap that could not hold it. */
class LargeFileTest {

    private static final int PAYMENTS = 330_000;
    private static final String HEAP = "-Xmx48m";

    @TempDir
    Path folder;

    @Test
    @Timeout(300)
    void streamsALargeNotificationThroughASmallHeap() throws Exception {
        Path file = folder.resolve("large.xml");
        write(file);
        assertThat(Files.size(file)).isGreaterThan(200L << 20);
        Process reading = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Small.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(reading.getInputStream().readAllBytes());
        assertThat(reading.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(said).contains(PAYMENTS + " payments, all " + PAYMENTS + " of them different");
        assertThat(reading.exitValue()).isZero();
    }

    /** One entry with all payments, as a bank sends a day of payments with references. */
    private static void write(Path file) throws IOException {
        try (Writer xml = Files.newBufferedWriter(file)) {
            xml.write("<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.054.001.08\"><BkToCstmrDbtCdtNtfctn>"
                    + "<GrpHdr><MsgId>L</MsgId></GrpHdr><Ntfctn><Id>L</Id><Acct><Id><Othr><Id>86011117947</Id></Othr></Id></Acct>"
                    + "<Ntry><Amt Ccy=\"NOK\">" + PAYMENTS * 2L + ".00</Amt><CdtDbtInd>CRDT</CdtDbtInd>"
                    + "<Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-03-04</Dt></BookgDt><NtryDtls>");
            for (int i = 0; i < PAYMENTS; i++) {
                xml.write(PAYMENT.formatted(i, "Kunde nummer " + i, i));
            }
            xml.write("</NtryDtls></Ntry></Ntfctn></BkToCstmrDbtCdtNtfctn></Document>");
        }
    }

    private static final String PAYMENT = """
            <TxDtls>
              <Refs><AcctSvcrRef>4711%09d</AcctSvcrRef><EndToEndId>NOTPROVIDED</EndToEndId></Refs>
              <Amt Ccy="NOK">2.00</Amt>
              <CdtDbtInd>CRDT</CdtDbtInd>
              <BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>VCOM</SubFmlyCd></Fmly></Domn></BkTxCd>
              <RltdPties>
                <Dbtr><Pty><Nm>%s</Nm><PstlAdr><Ctry>NO</Ctry><AdrLine>Storgata 1</AdrLine><AdrLine>0155 Oslo</AdrLine></PstlAdr></Pty></Dbtr>
                <DbtrAcct><Id><Othr><Id>12345678903</Id><SchmeNm><Cd>BBAN</Cd></SchmeNm></Othr></Id></DbtrAcct>
              </RltdPties>
              <RltdAgts><DbtrAgt><FinInstnId><BICFI>BANKNOKK</BICFI><Nm>En bank i Norge</Nm></FinInstnId></DbtrAgt></RltdAgts>
              <RmtInf><Strd><CdtrRefInf><Tp><CdOrPrtry><Cd>SCOR</Cd></CdOrPrtry></Tp><Ref>%012d</Ref></CdtrRefInf></Strd></RmtInf>
            </TxDtls>
            """;

    /** Reads a file as the importer does and keeps what the importer keeps. */
    static final class Small {

        private Small() {}

        public static void main(String[] arguments) throws IOException {
            int[] payments = new int[2];
            Occurrences occurrences = new Occurrences();
            PaymentSink counting = new PaymentSink() {
                @Override
                public void payment(Place place, BankLine line, Mark mark) {
                    payments[0]++;
                    payments[1] += occurrences.next(mark) == 1 ? 1 : 0;
                }

                @Override
                public void refused(Finding finding) {
                    throw new IllegalStateException(finding.toString());
                }

                @Override
                public void notice(Finding finding) {
                    throw new IllegalStateException(finding.toString());
                }
            };
            new PaymentFormats()
                    .check(IncomingFile.at(Path.of(arguments[0]), "test"))
                    .read(counting);
            System.out.println(payments[0] + " payments, all " + payments[1] + " of them different");
        }
    }
}
