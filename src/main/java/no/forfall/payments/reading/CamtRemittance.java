package no.forfall.payments.reading;

import java.util.List;
import no.forfall.intake.reading.XmlStream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a payer says that a payment is for. Only creditor references (SCOR, which KID and OCR numbers are) are matched;
 * everything else is text.
 */
final class CamtRemittance {

    private final Parts parts = new Parts();
    private final StringBuilder text = new StringBuilder();

    void read(XmlStream xml) {
        xml.children(part -> {
            if (part.equals("Ustrd")) {
                append(xml.text());
            } else if (part.equals("Strd")) {
                new Structured(xml).read();
            }
        });
    }

    List<Parts.Part> parts(Money whole) {
        return parts.of(whole);
    }

    @Nullable
    String references() {
        return parts.references();
    }

    /** @param otherwise what to say when the payer says nothing */
    @Nullable
    String text(@Nullable String otherwise) {
        return Cut.to(BankLine.LONGEST_TEXT, text.isEmpty() ? otherwise : text.toString());
    }

    private void append(String more) {
        if (text.length() < BankLine.LONGEST_TEXT && !more.isEmpty()) {
            text.append(text.isEmpty() ? "" : " ").append(more);
        }
    }

    private final class Structured {

        private final XmlStream xml;
        private @Nullable Money amount;
        private @Nullable String type;
        private @Nullable String reference;

        Structured(XmlStream xml) {
            this.xml = xml;
        }

        void read() {
            xml.children(part -> {
                switch (part) {
                    case "RfrdDocInf" ->
                        xml.children(each -> {
                            if (each.equals("Nb")) {
                                append(xml.text());
                            }
                        });
                    case "RfrdDocAmt" -> xml.children(this::amount);
                    case "CdtrRefInf" -> xml.children(this::reference);
                    case "AddtlRmtInf" -> append(xml.text());
                    default -> {
                        // the parties are those of the payment
                    }
                }
            });
            if (reference == null || reference.isEmpty()) {
                return;
            }
            boolean isCreditorReference = type == null || type.equals("SCOR");
            if (isCreditorReference && reference.length() <= BankLine.LONGEST_REFERENCE) {
                parts.add(reference, amount);
            } else {
                append(reference);
            }
        }

        private void amount(String kind) {
            if (kind.equals("RmtdAmt")) {
                amount = CamtValues.money(xml);
            } else if (kind.equals("CdtNoteAmt")) {
                amount = CamtValues.money(xml).negated();
            }
        }

        private void reference(String part) {
            if (part.equals("Ref")) {
                reference = xml.text();
            } else if (part.equals("Tp")) {
                xml.children(each -> {
                    if (each.equals("CdOrPrtry")) {
                        type = xml.text();
                    }
                });
            }
        }
    }
}
