package no.forfall.receivables;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** One movement on one part of an invoice. Lines are added and never changed. */
@Entity
public class LedgerLine {

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
    @Column(updatable = false)
    private String source;

    @SuppressWarnings("NullAway.Init")
    protected LedgerLine() {}

    LedgerLine(Invoice invoice, Part part, LineKind kind, Money amount, LocalDate bookedOn, String source) {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("A ledger line has a positive amount, not " + amount);
        }
        if (!amount.getCurrencyUnit().equals(invoice.currency())) {
            throw new IllegalArgumentException("Invoice " + invoice.number() + " is in " + invoice.currency() + ", not "
                    + amount.getCurrencyUnit());
        }
        this.invoice = invoice;
        this.part = part;
        this.kind = kind;
        this.amount = amount.getAmount();
        this.bookedOn = bookedOn;
        this.source = source;
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

    /** What it adds to what is open: positive for charges, negative for the rest. */
    public Money effect() {
        return kind == LineKind.CHARGE ? amount() : amount().negated();
    }

    public LocalDate bookedOn() {
        return bookedOn;
    }

    public String source() {
        return source;
    }
}
