package no.forfall.api;

import java.util.regex.Pattern;
import no.forfall.shared.CaseNumber;
import org.jspecify.annotations.Nullable;

/** Where a person stands after what was sent from the page of a case or from that of a task beside it. */
public final class Return {

    private static final Pattern TASK = Pattern.compile("[A-Za-z0-9:._-]{1,80}");

    private Return() {}

    /** @param task the task from whose page it was sent; null, or what can be none, for the page of the case */
    public static String to(CaseNumber number, @Nullable String task) {
        return "redirect:" + (task == null || !TASK.matcher(task).matches() ? "/cases/" + number : "/worklist/" + task);
    }
}
