package no.forfall.correspondence.text;

import java.time.LocalDate;
import java.util.List;
import no.forfall.cases.EvidenceContributor.Arrangement;
import no.forfall.cases.EvidenceContributor.Objection;
import no.forfall.cases.EvidenceContributor.WithAgency;
import no.forfall.receivables.Balance;
import no.forfall.receivables.Invoice;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a letter that only tells speaks of; the part that its kind needs is there, the others are null or empty.
 *
 * @param arrangement the promise or plan
 * @param objection the newest one
 * @param open what the debtor has open with the creditor, the earliest due first
 */
public record Matter(
        @Nullable Arrangement arrangement,
        @Nullable Objection objection,
        @Nullable WithAgency withAgency,
        List<OpenItem> open) {

    public static final Matter NONE = new Matter(null, null, null, List.of());

    public Matter {
        open = List.copyOf(open);
    }

    /** An invoice and what is open of it, each part apart. */
    public record OpenItem(Invoice invoice, Balance balance) {

        Money total() {
            return balance.toPay();
        }
    }

    public static Matter of(Arrangement arrangement) {
        return new Matter(arrangement, null, null, List.of());
    }

    public static Matter of(Objection objection) {
        return new Matter(null, objection, null, List.of());
    }

    public static Matter of(WithAgency withAgency) {
        return new Matter(null, null, withAgency, List.of());
    }

    public static Matter of(List<OpenItem> open) {
        return new Matter(null, null, null, open);
    }

    /** When the next of the agreed payments is due; null when nothing was agreed. */
    public @Nullable LocalDate dueOn(LocalDate day) {
        Arrangement.Instalment next = nextOn(day);
        return next == null ? null : next.dueOn();
    }

    /** Banking days after an agreed day before a word is broken; 0 when nothing was agreed. */
    public int graceDays() {
        return arrangement == null ? 0 : arrangement.graceDays();
    }

    /** What an agreed plan itself costs; null when no plan was agreed. */
    public @Nullable Money planFee() {
        return arrangement == null ? null : arrangement.fee();
    }

    /** The first of the agreed payments that is not before a day; the last one when all are. */
    Arrangement.@Nullable Instalment nextOn(LocalDate day) {
        if (arrangement == null || arrangement.instalments().isEmpty()) {
            return null;
        }
        List<Arrangement.Instalment> all = arrangement.instalments();
        return all.stream()
                .filter(instalment -> !instalment.dueOn().isBefore(day))
                .findFirst()
                .orElseGet(() -> all.get(all.size() - 1));
    }
}
