package no.forfall.receivables;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.math.BigDecimal;
import java.sql.Date;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** One movement on one part of an invoice. Lines are added and never changed; the database refuses it. */
@Entity
@Immutable
public class LedgerLine {

    static final String INSERT =
            "insert into app.ledger_line (invoice_id, part, kind, amount, booked_on, source, reason, booked_by, applied_order)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    private Invoice invoice;

    @Enumerated(EnumType.STRING)
    private Part part;

    @Enumerated(EnumType.STRING)
    private LineKind kind;

    /** Positive; the kind says which way it works. In the invoice's currency. */
    private BigDecimal amount;

    private LocalDate bookedOn;

    /** What it comes from: a letter's or payment's key. The same source never makes a second line of a part. */
    private String source;

    private @Nullable String reason;
    private @Nullable String bookedBy;
    private @Nullable String appliedOrder;

    @SuppressWarnings("NullAway.Init")
    protected LedgerLine() {}

    LedgerLine(Invoice invoice, Movement movement, Voucher voucher, @Nullable ApplicationOrder order) {
        Money amount = movement.amount();
        if (!amount.getCurrencyUnit().equals(invoice.currency())) {
            throw new IllegalArgumentException("Invoice " + invoice.number() + " is in " + invoice.currency() + ", not "
                    + amount.getCurrencyUnit());
        }
        this.invoice = invoice;
        this.part = movement.part();
        this.kind = movement.kind();
        this.amount = amount.getAmount();
        this.bookedOn = movement.on();
        this.source = voucher.source();
        this.reason = voucher.reason();
        this.bookedBy = voucher.person();
        this.appliedOrder = order == null ? null : order.toString();
    }

    public Movement movement() {
        return new Movement(bookedOn, part, kind, amount());
    }

    /** Its values in the order of {@link #INSERT}. */
    Object[] values() {
        return new Object[] {
            invoice.id(),
            part.name(),
            kind.name(),
            amount,
            Date.valueOf(bookedOn),
            source,
            reason,
            bookedBy,
            appliedOrder
        };
    }

    Invoice invoice() {
        return invoice;
    }

    public Part part() {
        return part;
    }

    public LineKind kind() {
        return kind;
    }

    /** Positive, in the invoice's currency. */
    public Money amount() {
        return Money.of(invoice.currency(), amount);
    }

    /** What it adds to what is open; negative when it lowers it. */
    public Money effect() {
        return movement().effect();
    }

    public LocalDate bookedOn() {
        return bookedOn;
    }

    public String source() {
        return source;
    }

    /** Why a person booked it; null where no person chose. */
    public @Nullable String reason() {
        return reason;
    }

    /** User name of who booked it; null where no person did. */
    public @Nullable String bookedBy() {
        return bookedBy;
    }

    /** The order in which the payment or credit it belongs to was applied; null for other lines and for old ones. */
    public @Nullable ApplicationOrder appliedOrder() {
        return appliedOrder == null ? null : ApplicationOrder.parse(appliedOrder);
    }
}
