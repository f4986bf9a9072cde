package no.forfall.worklist;

/** What an item gets points for, as the table of weights names it; with the number that the table compares. */
public enum OrderFact {
    /** Open principal of an overdue invoice, in major units. */
    AMOUNT,
    /** Days since the invoice fell due. */
    AGE,
    /** All that the debtor owes the creditor of principal, in major units, where that is more than this invoice. */
    EXPOSURE,
    /** Days since the debtor's last promise or plan was seen to be broken. */
    PROMISE_BROKEN,
    /** Days since the work should have been done; 0 on the day itself. */
    WORK_DUE,
    /** Days that an effect has waited for a person's decision. */
    STANDS_STILL,
    /** Days until the law allows the next step; 0 once it does. */
    LAWFUL,
    /** Days until the claim looks time-barred; negative afterwards. */
    TIME_BARRED,
    /** Days since the debtor became insolvent. */
    INSOLVENT,
    /** Days since the work came up, as long as nobody has spoken with the debtor. */
    NOT_REACHED
}
