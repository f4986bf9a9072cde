package no.forfall.identity;

import java.util.Arrays;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.util.AntPathMatcher;

/**
 * Who may open which door. Pages use a session with a form; programs use HTTP Basic. A request that carries its own
 * credentials needs no CSRF token; one that leans on a session does.
 */
@Configuration
class SecurityConfiguration {

    private static final RequestMatcher CARRIES_CREDENTIALS = request ->
            String.valueOf(request.getHeader(HttpHeaders.AUTHORIZATION)).startsWith("Basic ");

    /** A program is told that it must sign in; a person is shown where. */
    private static final RequestMatcher PROGRAMS =
            request -> request.getRequestURI().startsWith(request.getContextPath() + "/api/");

    /**
     * Answers 401 and asks for nothing: a browser that asked for a password would keep it and send it along with forged
     * requests too. Programs send theirs without being asked.
     */
    private static final AuthenticationEntryPoint NOT_SIGNED_IN = new NotSignedIn();

    private static final AntPathMatcher PATHS = new AntPathMatcher();

    /**
     * Where a request goes, whichever servlet serves it. The framework's own patterns see only what stands behind a
     * servlet's path, and the engine's interfaces are servlets of their own.
     */
    private static RequestMatcher at(String... patterns) {
        return request -> {
            String path = request.getServletPath() + Objects.toString(request.getPathInfo(), "");
            return Arrays.stream(patterns).anyMatch(pattern -> PATHS.match(pattern, path));
        };
    }

    private static RequestMatcher reading(RequestMatcher place) {
        return request -> request.getMethod().equals("GET") && place.matches(request);
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    /** The engine's own REST interface: programs only, and deployment is for those who may publish. */
    @Bean
    @Order(1)
    SecurityFilterChain engineRest(HttpSecurity http) throws Exception {
        return http.securityMatcher(at("/engine-rest/**"))
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                at("/engine-rest/deployment/**", "/engine-rest/engine/*/deployment/**"))
                        .hasAnyRole("DESIGNER", "ADMIN")
                        .anyRequest()
                        .hasAnyRole("MANAGER", "DESIGNER", "ADMIN"))
                .httpBasic(basic -> basic.authenticationEntryPoint(NOT_SIGNED_IN))
                .csrf(csrf -> csrf.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    /**
     * The engine's web applications, which bring their own protection against forged requests. A handler works on tasks
     * there; whoever may publish deploys; the rest of the engine is the manager's.
     */
    @Bean
    @Order(2)
    SecurityFilterChain engineWebapps(HttpSecurity http) throws Exception {
        String engine = "/camunda/api/engine/engine/*";
        return http.securityMatcher(at("/camunda/**"))
                .authorizeHttpRequests(requests -> requests.requestMatchers(at("/camunda/api/admin/auth/**"))
                        .authenticated()
                        .requestMatchers(at("/camunda/app/admin/**", "/camunda/api/admin/**"))
                        .hasRole("ADMIN")
                        .requestMatchers(at("/camunda/app/cockpit/**", "/camunda/api/cockpit/**"))
                        .hasAnyRole("MANAGER", "ADMIN")
                        .requestMatchers(reading(at("/camunda/api/engine/**")))
                        .authenticated()
                        .requestMatchers(
                                at(engine + "/task/**", engine + "/filter/**", engine + "/variable-instance/**"))
                        .authenticated()
                        .requestMatchers(at(engine + "/deployment/**"))
                        .hasAnyRole("DESIGNER", "ADMIN")
                        .requestMatchers(at("/camunda/api/engine/**"))
                        .hasAnyRole("MANAGER", "ADMIN")
                        .anyRequest()
                        .authenticated())
                .exceptionHandling(
                        failure -> failure.defaultAuthenticationEntryPointFor(NOT_SIGNED_IN, at("/camunda/api/**"))
                                .defaultAuthenticationEntryPointFor(
                                        new LoginUrlAuthenticationEntryPoint("/login"), AnyRequestMatcher.INSTANCE))
                .headers(headers -> headers.frameOptions(frame -> frame.sameOrigin()))
                .csrf(csrf -> csrf.disable())
                .build();
    }

    /**
     * The debtor's page: the secret in its address is all that it asks for, and nothing of the address goes anywhere. Knows
     * no session, so that whoever is signed in is nobody there.
     */
    @Bean
    @Order(3)
    SecurityFilterChain pagesOfDebtors(HttpSecurity http) throws Exception {
        return http.securityMatcher(at("/p/**"))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(
                                "default-src 'self'; img-src 'self' data:; style-src 'self'; frame-ancestors 'none';"
                                        + " form-action 'self'; base-uri 'none'"))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                        .cacheControl(cache -> cache.disable())
                        .addHeaderWriter(new StaticHeadersWriter("Cache-Control", "no-store"))
                        .addHeaderWriter(new StaticHeadersWriter("X-Robots-Tag", "noindex, nofollow")))
                .build();
    }

    @Bean
    @Order(4)
    SecurityFilterChain pages(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/login", "/assets/**", "/favicon.ico", "/error", "/actuator/health/**")
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .hasAnyRole("MANAGER", "ADMIN")
                        .requestMatchers(HttpMethod.POST, "/studio/**", "/api/processes/**")
                        .hasAnyRole("DESIGNER", "ADMIN")
                        .requestMatchers(
                                "/api/law/refusals",
                                "/api/law/preview.csv",
                                "/api/accounts/**",
                                "/api/exemptions.csv",
                                "/api/exemptions/**",
                                "/api/letters/verification")
                        .hasAnyRole("MANAGER", "ADMIN")
                        .requestMatchers("/studio/**")
                        .hasAnyRole("DESIGNER", "MANAGER", "ADMIN")
                        .requestMatchers("/webhooks/**", "/api/webhooks/**")
                        .hasRole("ADMIN")
                        .requestMatchers("/cockpit/**")
                        .hasAnyRole("MANAGER", "ADMIN")
                        .requestMatchers("/calculator/rates/**")
                        .hasAnyRole("MANAGER", "ADMIN")
                        .requestMatchers("/worklist/order/**")
                        .hasAnyRole("MANAGER", "ADMIN")
                        .requestMatchers("/worklist/bulk/**", "/worklist/team", "/api/bulk/**")
                        .hasAnyRole("HANDLER", "MANAGER", "ADMIN")
                        .requestMatchers("/calculator/**")
                        .hasAnyRole("HANDLER", "MANAGER", "ADMIN")
                        .requestMatchers("/worklist/**", "/api/tasks/**")
                        .hasAnyRole("HANDLER", "MANAGER", "ADMIN", "SALES", "LOGISTICS", "PRICING")
                        .requestMatchers(HttpMethod.POST, "/cases/*/notes")
                        .hasAnyRole("HANDLER", "MANAGER", "ADMIN", "SALES", "LOGISTICS", "PRICING")
                        .requestMatchers(reading(at("/cases/**", "/api/cases/**")))
                        .hasAnyRole("HANDLER", "MANAGER", "ADMIN", "SALES", "LOGISTICS", "PRICING")
                        .requestMatchers(
                                "/cases/**",
                                "/payments/**",
                                "/imports/**",
                                "/api/imports/**",
                                "/api/cases/**",
                                "/api/letters/returned",
                                "/api/payments/**")
                        .hasAnyRole("HANDLER", "MANAGER", "ADMIN")
                        .anyRequest()
                        .authenticated())
                .exceptionHandling(refused -> refused.defaultAuthenticationEntryPointFor(NOT_SIGNED_IN, PROGRAMS))
                .formLogin(form -> form.loginPage("/login").defaultSuccessUrl("/"))
                .logout(logout -> logout.logoutSuccessUrl("/login"))
                .httpBasic(basic -> basic.authenticationEntryPoint(NOT_SIGNED_IN))
                .csrf(csrf -> csrf.ignoringRequestMatchers(CARRIES_CREDENTIALS))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(
                        "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; font-src 'self' data:;"
                                + " frame-ancestors 'none'; form-action 'self'; base-uri 'self'")))
                .build();
    }
}
