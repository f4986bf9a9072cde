package no.forfall.demo;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Asks early visitors to wait while the demo's past is being lived through; later ones see the time of the last journey. */
@Component
@Profile("demo")
@Order(Ordered.HIGHEST_PRECEDENCE)
class DemoPreparing extends OncePerRequestFilter {

    private static final String PAGE = """
            <!doctype html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="refresh" content="2">
            <meta name="viewport" content="width=device-width, initial-scale=1"><title>Forfall</title>
            <style>body{margin:0;min-height:100vh;display:grid;place-items:center;background:#fbfaf7;color:#182029;
            font:16px/1.5 system-ui,sans-serif}main{width:22rem}div{height:4px;background:#e7e3da;border-radius:2px}
            i{display:block;height:4px;width:%d%%;background:#066755;border-radius:2px}p{color:#505963}</style></head>
            <body><main><h1>Forfall</h1><p>Two creditors live through their last hundred days.</p>
            <div role="progressbar" aria-valuenow="%d" aria-label="Preparing the demo"><i></i></div></main></body></html>
            """;

    private final TimeMachine machine;
    private volatile int percent;
    private volatile boolean ready;

    DemoPreparing(TimeMachine machine) {
        this.machine = machine;
    }

    /** Jobs and letters follow the clock too, also where nobody looks. */
    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void follow() {
        if (ready) {
            machine.follow();
        }
    }

    void progress(int percent) {
        this.percent = percent;
    }

    boolean isReady() {
        return ready;
    }

    void ready() {
        ready = true;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (ready) {
            if (!request.getRequestURI().startsWith("/assets/")) {
                machine.follow();
            }
            chain.doFilter(request, response);
            return;
        }
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader("Retry-After", "2");
        response.setContentType("text/html;charset=UTF-8");
        response.getWriter().write(PAGE.formatted(percent, percent));
    }
}
