package no.forfall.home;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says plainly on the console why the home folder cannot be used, instead of a stack trace. */
class HomeFailureAnalyzer extends AbstractFailureAnalyzer<HomeNotUsable> {

    @Override
    protected FailureAnalysis analyze(Throwable root, HomeNotUsable cause) {
        return new FailureAnalysis(cause.getMessage(), cause.mend(), cause);
    }
}
