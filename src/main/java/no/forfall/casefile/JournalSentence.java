package no.forfall.casefile;

import java.util.List;
import java.util.Map;
import java.util.Set;
import no.forfall.journal.JournalEntry;

/**
 * Which sentence tells an entry.
 *
 * @param sign what it wears on the timeline
 * @param variant the rest of its message's key after {@code journal.}
 * @param arguments the facts that fill the message, in order; without the last one there is no second sentence
 */
record JournalSentence(String sign, String variant, List<String> arguments) {

    /** Reasons to stand still that go away without anybody who resumes the case; each has a sentence that says how. */
    private static final Set<String> ENDED_BY_ITSELF =
            Set.of("DISPUTE", "LETTER_RETURNED", "DEBTOR_INSOLVENT", "DEBTOR_DECEASED", "ARRANGEMENT", "SAYS_PAID");

    static JournalSentence of(JournalEntry entry) {
        Map<String, Object> facts = entry.facts();
        String kind = entry.kind();
        return switch (kind) {
            case "CaseOpened" -> with("info", kind, "invoiceNumber", "amount", "dueOn");
            case "CaseHeld" -> held(kind, facts);
            case "ExemptionAsked" -> with("note", kind, "reason", "until");
            case "CaseResumed" -> with("resume", kind, "daysHeld");
            case "DebtorBecame" -> with("fault", kind + "." + facts.get("standing"), "happenedOn", "note");
            case "DebtorEventEnded" -> with("note", kind + "." + facts.get("standing"), "note");
            case "DeliveryStopped", "CaseWithdrawn" -> with("note", kind, "reason");
            case "DeliveryStopLifted" ->
                "PAID".equals(facts.get("reason")) ? with("note", kind + ".PAID") : with("note", kind, "reason");
            case "PaymentTakenBack" -> with("note", kind, "amount", "bookedOn", "reason");
            case "CaseReopened" -> with("resume", kind);
            case "CaseClosed" -> with("closed", kind + "." + facts.get("reason"));
            case "StepOpened" -> with("step", kind + (facts.get("due") == null ? "" : ".due"), "element", "due");
            case "StepClosed" ->
                !Boolean.TRUE.equals(facts.get("completed"))
                        ? with("step", kind + ".takenBack", "element")
                        : with(
                                "step",
                                kind + (facts.get("outcome") == null ? "" : ".as"),
                                "element",
                                "outcome",
                                "note");
            case "StepAssigned" -> with("step", kind + (facts.get("person") == null ? ".nobody" : ""), "person");
            case "NoteWritten", "NoteCorrected", "NoteErased" -> with("note", kind);
            case "AttachmentAdded" -> with("info", kind, "file");
            case "AttachmentRemoved" -> with("note", kind, "file", "reason");
            case "AttachmentRefused" -> with("fault", kind, "file");
            case "AddressProtected", "AddressProtectionEnded" -> with("law", kind, "reason");
            case "AddressRevealed" -> with("law", kind);
            case "StepSkipped" -> with("note", kind, "name", "reason", "until");
            case "StepBroughtBack" -> with("note", kind, "name");
            case "TokenArrived" ->
                with("step", kind + (facts.get("until") == null ? "" : ".until"), "element", "until");
            case "TableDecided" -> with("info", kind, "name", "row", "note");
            case "OverrideMade" ->
                with("note", kind + (facts.get("days") == null ? "" : ".days"), "override", "days", "endsOn", "note");
            case "OverrideEnded" -> with("note", kind, "override");
            case "SegmentChanged" -> with("info", kind, "before", "segment", "note");
            case "SegmentCorrected" -> with("note", kind, "counted", "segment", "endsOn", "note");
            case "ProcessEnded" -> with("info", kind, "element");
            case "EffectStoodStill" ->
                "UNKNOWN".equals(facts.get("state"))
                        ? with("fault", kind + ".UNKNOWN", "activity", "reason")
                        : with("law", kind + "." + facts.get("state"), "activity", "reason", "until", "rule");
            case "LeftWithoutFee" -> with("law", kind, "activity", "reason", "rule");
            case "EffectMovedOn" ->
                with(
                        "step",
                        kind + "." + facts.get("state")
                                + (facts.get("because") == null ? "" : "." + facts.get("because")),
                        "activity");
            case "LetterSent" ->
                facts.get("fee") == null
                        ? with("letter", kind + ".free", "letterType", "channel", "deadline")
                        : with("letter", kind, "letterType", "channel", "deadline", "fee");
            case "LetterAsked" -> with("note", kind, "letterType");
            case "LetterReturned" -> with("fault", kind, "letterType", "way", "recipient", "reason");
            case "ContactDataChanged" -> with("note", kind, "email", "address");
            case "PaymentPosted" -> with("payment", kind, "amount", "bookedOn", "payer");
            case "DisputeRaised" ->
                with(
                        "dispute",
                        (Boolean.TRUE.equals(facts.get("reopened")) ? "DisputeReopened" : kind)
                                + (facts.get("part") == null ? "" : ".part"),
                        "reason",
                        "text",
                        "part");
            case "DisputeDecided" ->
                with("dispute", kind + decided(facts), "outcome", "credited", "comment", "newDueOn");
            case "DisputeAsked" -> with("dispute", kind, "question", "answerBy");
            case "DisputeAnswered" -> with("dispute", kind, "answer");
            case "CaseStartedOver" -> with("resume", kind, "dueOn");
            case "DebtorSaidPaid" ->
                facts.get("paidOn") == null ? with("note", kind) : with("note", kind + ".on", "paidOn");
            case "PromiseMade" -> with("note", kind, "amount", "dueOn");
            case "DebtorAskedForPlan" -> with("note", kind, "instalments", "firstOn");
            case "PromisePartlyKept" -> with("fault", kind, "dueOn", "paid", "missing");
            case "InstalmentMissed" -> with("fault", kind, "dueOn", "missing", "lastOn");
            case "PlanRefused" -> with("note", kind, "reason");
            case "PlanProposed", "PlanAgreed", "PlanWaits" -> with("note", kind, "instalments", "amount", "firstOn");
            case "ArrangementKept", "ArrangementLapsed" -> with("note", kind + "." + facts.get("arrangement"));
            case "ArrangementBroken" -> with("fault", kind + "." + facts.get("arrangement"), "dueOn");
            case "ChargeWaived" -> with("note", kind, "part", "amount", "reason");
            case "ClaimCredited" -> with("note", kind, "creditNote", "amount", "reason");
            case "MoneyRefunded", "ClaimWrittenOff" -> with("note", kind, "amount", "reason");
            case "LedgerMismatch" -> with("fault", kind + "." + facts.get("check"), "expected", "found");
            case "HandedOver" -> with("letter", kind, "agency", "principal");
            case "HandoverWithdrawn" -> with("note", kind, "reason");
            case "AgencyAnswered" -> with("info", kind, "status", "paid");
            default -> with("info", kind);
        };
    }

    /** What ends a pause: a day, what the case waits for, or a person. */
    private static JournalSentence held(String kind, Map<String, Object> facts) {
        boolean ends = facts.get("until") != null;
        if ("EXEMPTION".equals(facts.get("kind"))) {
            return with("hold", kind + ".exempt", "reason", "until");
        }
        if (!ends && ENDED_BY_ITSELF.contains(String.valueOf(facts.get("reason")))) {
            return with("hold", kind + "." + facts.get("reason"), "reason");
        }
        if (facts.get("beginsOn") == null) {
            return ends ? with("hold", kind + ".until", "reason", "until") : with("hold", kind, "reason");
        }
        return ends
                ? with("hold", kind + ".between", "reason", "until", "beginsOn")
                : with("hold", kind + ".since", "reason", "beginsOn");
    }

    private static String decided(Map<String, Object> facts) {
        boolean credited = facts.get("credited") != null;
        if (facts.get("newDueOn") != null) {
            return credited ? ".creditedDue" : ".due";
        }
        return credited ? ".credited" : "";
    }

    private static JournalSentence with(String sign, String variant, String... arguments) {
        return new JournalSentence(sign, variant, List.of(arguments));
    }
}
