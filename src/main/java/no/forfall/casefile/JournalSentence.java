package no.forfall.casefile;

import java.util.List;
import java.util.Map;
import no.forfall.journal.JournalEntry;

/**
 * Which sentence tells an entry.
 *
 * @param sign what it wears on the timeline
 * @param variant the rest of its message's key after {@code journal.}
 * @param arguments the facts that fill the message, in order
 */
record JournalSentence(String sign, String variant, List<String> arguments) {

    static JournalSentence of(JournalEntry entry) {
        Map<String, Object> facts = entry.facts();
        String kind = entry.kind();
        return switch (kind) {
            case "CaseOpened" -> with("info", kind, "invoiceNumber", "amount", "dueOn");
            case "CaseHeld" -> with("hold", kind + (facts.get("until") == null ? "" : ".until"), "reason", "until");
            case "CaseResumed" -> with("resume", kind, "daysHeld");
            case "CaseClosed" -> with("closed", kind + "." + facts.get("reason"));
            case "StepOpened" -> with("step", kind + (facts.get("due") == null ? "" : ".due"), "element", "due");
            case "StepClosed" ->
                with("step", kind + (Boolean.TRUE.equals(facts.get("completed")) ? "" : ".takenBack"), "element");
            case "StepAssigned" -> with("step", kind + (facts.get("person") == null ? ".nobody" : ""), "person");
            case "StepSkipped" -> with("note", kind, "name", "reason", "until");
            case "TokenArrived" ->
                with("step", kind + (facts.get("until") == null ? "" : ".until"), "element", "until");
            case "ProcessEnded" -> with("info", kind, "element");
            case "EffectStoodStill" ->
                with(
                        "UNKNOWN".equals(facts.get("state")) ? "fault" : "law",
                        kind + "." + facts.get("state"),
                        "activity",
                        "reason",
                        "until",
                        "rule");
            case "EffectMovedOn" -> with("step", kind + "." + facts.get("state"), "activity");
            case "LetterSent" -> with("letter", kind);
            case "PaymentPosted" -> with("payment", kind);
            case "DisputeRaised", "DisputeDecided" -> with("dispute", kind);
            case "HandedOver", "AgencyAnswered" -> with("letter", kind);
            default -> with("info", kind);
        };
    }

    private static JournalSentence with(String sign, String variant, String... arguments) {
        return new JournalSentence(sign, variant, List.of(arguments));
    }
}
