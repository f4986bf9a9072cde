package no.forfall.ui;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** Sends a person to the error page where a program gets a problem document: by whether the request asks for HTML. */
@Component
class PageErrors implements HandlerExceptionResolver, Ordered {

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception problem) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        int status = statusOf(problem);
        if (status == 0 || accept == null || !accept.contains(MediaType.TEXT_HTML_VALUE)) {
            return null;
        }
        try {
            response.sendError(status);
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
        return new ModelAndView();
    }

    /** Zero for what is not the request's fault; the servlet container answers that with the error page by itself. */
    private static int statusOf(Exception problem) {
        if (problem instanceof ErrorResponse response) {
            return response.getStatusCode().value();
        }
        return problem instanceof TypeMismatchException ? HttpStatus.BAD_REQUEST.value() : 0;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }
}
