package no.forfall.intake.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.LocaleResolver;

/**
 * Turns a file above the limit away before anyone reads it. Without this the form's protection token, which travels behind
 * the file, would be missed first and the person told that the page has expired.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class UploadLimit extends OncePerRequestFilter {

    private final DataSize largest;
    private final DataSize largestRequest;
    private final LocaleResolver languages;
    private final ObjectMapper json;

    UploadLimit(
            @Value("${spring.servlet.multipart.max-file-size}") DataSize largest,
            @Value("${spring.servlet.multipart.max-request-size}") DataSize largestRequest,
            LocaleResolver languages,
            ObjectMapper json) {
        this.largest = largest;
        this.largestRequest = largestRequest;
        this.languages = languages;
        this.json = json;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getContentLengthLong() <= largestRequest.toBytes()
                || !request.getRequestURI().contains("/imports");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        if (path.startsWith("/imports/")) {
            response.setStatus(HttpStatus.SEE_OTHER.value());
            response.setHeader(
                    "Location",
                    request.getContextPath() + "/imports?large="
                            + path.substring("/imports/".length()).replaceAll("[^a-z]", ""));
        } else {
            problem(response, languages.resolveLocale(request));
        }
    }

    private void problem(HttpServletResponse response, Locale language) throws IOException {
        response.setStatus(HttpStatus.PAYLOAD_TOO_LARGE.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        json.writeValue(response.getOutputStream(), NotReceived.problem(largest, language));
    }
}
