package no.forfall.identity;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.util.matcher.AntPathRequestMatcher;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

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
    private static final AuthenticationEntryPoint UNAUTHORIZED = new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED);

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    /** The engine's own REST interface: programs only, and deployment is for those who may publish. */
    @Bean
    @Order(1)
    SecurityFilterChain engineRest(HttpSecurity http) throws Exception {
        return http.securityMatcher("/engine-rest/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/engine-rest/deployment/**", "/engine-rest/engine/*/deployment/**")
                        .hasAnyRole("DESIGNER", "ADMIN")
                        .anyRequest()
                        .hasAnyRole("MANAGER", "DESIGNER", "ADMIN"))
                .httpBasic(basic -> basic.authenticationEntryPoint(UNAUTHORIZED))
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
        return http.securityMatcher("/camunda/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers("/camunda/api/admin/auth/**")
                        .authenticated()
                        .requestMatchers("/camunda/app/admin/**", "/camunda/api/admin/**")
                        .hasRole("ADMIN")
                        .requestMatchers("/camunda/app/cockpit/**", "/camunda/api/cockpit/**")
                        .hasAnyRole("MANAGER", "ADMIN")
                        .requestMatchers(HttpMethod.GET, engine + "/**")
                        .authenticated()
                        .requestMatchers(engine + "/task/**", engine + "/filter/**", engine + "/variable-instance/**")
                        .authenticated()
                        .requestMatchers(engine + "/deployment/**")
                        .hasAnyRole("DESIGNER", "ADMIN")
                        .requestMatchers("/camunda/api/engine/**")
                        .hasAnyRole("MANAGER", "ADMIN")
                        .anyRequest()
                        .authenticated())
                .exceptionHandling(failure -> failure.defaultAuthenticationEntryPointFor(
                                UNAUTHORIZED, new AntPathRequestMatcher("/camunda/api/**"))
                        .defaultAuthenticationEntryPointFor(
                                new LoginUrlAuthenticationEntryPoint("/login"), AnyRequestMatcher.INSTANCE))
                .headers(headers -> headers.frameOptions(frame -> frame.sameOrigin()))
                .csrf(csrf -> csrf.disable())
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain pages(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/login", "/assets/**", "/favicon.ico", "/error", "/actuator/health/**")
                        .permitAll()
                        .requestMatchers(HttpMethod.POST, "/studio/**", "/api/processes/**")
                        .hasAnyRole("DESIGNER", "ADMIN")
                        .requestMatchers("/studio/**")
                        .hasAnyRole("DESIGNER", "MANAGER", "ADMIN")
                        .requestMatchers("/cockpit/**")
                        .hasAnyRole("MANAGER", "ADMIN")
                        .requestMatchers("/worklist/**", "/cases/**", "/api/tasks/**", "/api/cases/**")
                        .hasAnyRole("HANDLER", "MANAGER", "ADMIN")
                        .anyRequest()
                        .authenticated())
                .exceptionHandling(refused -> refused.defaultAuthenticationEntryPointFor(UNAUTHORIZED, PROGRAMS))
                .formLogin(form -> form.loginPage("/login").defaultSuccessUrl("/"))
                .logout(logout -> logout.logoutSuccessUrl("/login"))
                .httpBasic(basic -> basic.authenticationEntryPoint(UNAUTHORIZED))
                .csrf(csrf -> csrf.ignoringRequestMatchers(CARRIES_CREDENTIALS))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(
                        "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; font-src 'self' data:;"
                                + " frame-ancestors 'none'; form-action 'self'; base-uri 'self'")))
                .build();
    }
}
