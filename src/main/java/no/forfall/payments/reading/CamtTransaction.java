package no.forfall.payments.reading;

import java.time.LocalDate;
import java.util.List;
import no.forfall.intake.reading.XmlStream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** The details of one payment in an entry. */
final class CamtTransaction {

    private static final int LONGEST_BANK_REFERENCE = 60;

    private final String path;
    private final CamtRemittance remittance = new CamtRemittance();

    private @Nullable Money amount;
    private @Nullable Money detailed;
    private @Nullable Boolean credit;
    private @Nullable String bankReference;
    private @Nullable String payer;
    private @Nullable String information;
    private boolean charged;

    private CamtTransaction(String path) {
        this.path = path;
    }

    static CamtTransaction read(XmlStream xml, String path) {
        CamtTransaction transaction = new CamtTransaction(path);
        xml.children(part -> transaction.take(xml, part));
        return transaction;
    }

    /** An entry of which no details are told. */
    static CamtTransaction without(String path, @Nullable String information) {
        CamtTransaction transaction = new CamtTransaction(path);
        transaction.information = information;
        return transaction;
    }

    private void take(XmlStream xml, String part) {
        switch (part) {
            case "Refs" ->
                xml.children(each -> bankReference = each.equals("AcctSvcrRef") ? xml.text() : bankReference);
            case "Amt" -> amount = CamtValues.money(xml);
            case "AmtDtls" ->
                xml.children(each -> {
                    if (each.equals("TxAmt")) {
                        xml.children(inner -> detailed = inner.equals("Amt") ? CamtValues.money(xml) : detailed);
                    }
                });
            case "CdtDbtInd" -> credit = CamtValues.isCredit(xml);
            case "Chrgs" -> charged = true;
            case "RltdPties" -> xml.children(role -> party(xml, role));
            case "RmtInf" -> remittance.read(xml);
            case "AddtlTxInf" -> information = xml.text();
            default -> {
                // agents, codes and purposes tell nothing that is matched by
            }
        }
    }

    private void party(XmlStream xml, String role) {
        if (role.equals("Dbtr") || role.equals("UltmtDbtr") && payer == null) {
            xml.children(each -> {
                if (each.equals("Nm")) {
                    payer = xml.text();
                } else if (each.equals("Pty")) {
                    xml.children(inner -> payer = inner.equals("Nm") ? xml.text() : payer);
                }
            });
        }
    }

    String path() {
        return path;
    }

    /** Null where the bank leaves it out; then the entry's is meant. */
    @Nullable
    Money amount() {
        return amount == null ? detailed : amount;
    }

    @Nullable
    Boolean credit() {
        return credit;
    }

    boolean charged() {
        return charged;
    }

    @Nullable
    String bankReference() {
        return bankReference == null || bankReference.isEmpty() ? null : Cut.to(LONGEST_BANK_REFERENCE, bankReference);
    }

    /**
     * One line for each reference whose part is told, else one for all of it.
     *
     * @param mayBePosted false for money of our own that comes back: its reference is text then
     */
    List<BankLine> lines(Money inward, LocalDate bookedOn, String account, boolean mayBePosted) {
        String text = remittance.text(information);
        if (!mayBePosted) {
            String both = Cut.to(BankLine.LONGEST_TEXT, remittance.references(), text);
            return List.of(new BankLine(bookedOn, inward, null, payer(), account, both));
        }
        return remittance.parts(inward).stream()
                .map(part -> new BankLine(bookedOn, part.amount(), part.reference(), payer(), account, text))
                .toList();
    }

    private @Nullable String payer() {
        return Cut.to(BankLine.LONGEST_PAYER, payer);
    }
}
