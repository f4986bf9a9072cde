package no.forfall.receivables;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** An invoice that a creditor has sent. Its number is unique with the creditor. */
@Entity
public class Invoice {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "invoice_numbers")
    @SequenceGenerator(name = "invoice_numbers", allocationSize = 50)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    private Creditor creditor;

    @ManyToOne(fetch = FetchType.LAZY)
    private Debtor debtor;

    private String number;
    private LocalDate issuedOn;
    private LocalDate firstDueOn;
    private LocalDate dueOn;
    private String currency;
    private BigDecimal amount;
    private @Nullable String paymentReference;
    private @Nullable String account;
    private @Nullable String description;
    private boolean feeAgreed;

    @SuppressWarnings("NullAway.Init")
    protected Invoice() {}

    /**
     * @param amount what is owed including VAT, as invoiced; positive
     * @param dueOn a local date of the creditor's country
     */
    public Invoice(Debtor debtor, String number, LocalDate issuedOn, LocalDate dueOn, Money amount) {
        this.creditor = debtor.creditor();
        this.debtor = debtor;
        this.number = number;
        this.issuedOn = issuedOn;
        this.firstDueOn = dueOn;
        this.dueOn = dueOn;
        this.currency = amount.getCurrencyUnit().getCode();
        this.amount = amount.getAmount();
    }

    /**
     * @param paymentReference KID or OCR number, leading zeros kept; null when the invoice has none
     * @param feeAgreed whether a reminder fee was agreed at the latest when the debt arose (lag 1981:739 § 4)
     */
    public void payableWith(
            @Nullable String paymentReference,
            @Nullable String account,
            @Nullable String description,
            boolean feeAgreed) {
        this.paymentReference = paymentReference;
        this.account = account;
        this.description = description;
        this.feeAgreed = feeAgreed;
    }

    public long id() {
        return Objects.requireNonNull(id, "not saved yet");
    }

    public Creditor creditor() {
        return creditor;
    }

    public Debtor debtor() {
        return debtor;
    }

    public String number() {
        return number;
    }

    public LocalDate issuedOn() {
        return issuedOn;
    }

    /** The due date of the invoice as it was sent; it never moves. */
    public LocalDate firstDueOn() {
        return firstDueOn;
    }

    /** The due date in force. */
    public LocalDate dueOn() {
        return dueOn;
    }

    /** Gives the debtor more time, as a corrected invoice does; the first due date stays. */
    void isDueOn(LocalDate day) {
        this.dueOn = day;
    }

    public CurrencyUnit currency() {
        return CurrencyUnit.of(currency);
    }

    /** The principal as invoiced. */
    public Money amount() {
        return Money.of(currency(), amount);
    }

    public @Nullable String paymentReference() {
        return paymentReference;
    }

    /** Where to pay: the invoice's own account, else the creditor's. */
    public @Nullable String account() {
        return account == null ? creditor.account() : account;
    }

    public @Nullable String description() {
        return description;
    }

    public boolean feeAgreed() {
        return feeAgreed;
    }
}
