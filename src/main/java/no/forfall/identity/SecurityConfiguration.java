package no.forfall.identity;

import static org.springframework.security.config.Customizer.withDefaults;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
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
                                "/engine-rest/deployment/**", "/engine-rest/*/*/deployment/**")
                        .hasAnyRole("DESIGNER", "ADMIN")
                        .anyRequest()
                        .hasAnyRole("MANAGER", "DESIGNER", "ADMIN"))
                .httpBasic(withDefaults())
                .csrf(csrf -> csrf.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    /** The engine's web applications bring their own protection against forged requests. */
    @Bean
    @Order(2)
    SecurityFilterChain engineWebapps(HttpSecurity http) throws Exception {
        return http.securityMatcher("/camunda/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers("/camunda/app/admin/**")
                        .hasRole("ADMIN")
                        .requestMatchers("/camunda/app/cockpit/**", "/camunda/api/cockpit/**")
                        .hasAnyRole("MANAGER", "ADMIN")
                        .anyRequest()
                        .authenticated())
                .formLogin(form -> form.loginPage("/login"))
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
                        .requestMatchers("/studio/**")
                        .hasAnyRole("DESIGNER", "MANAGER", "ADMIN")
                        .requestMatchers("/cockpit/**")
                        .hasAnyRole("MANAGER", "ADMIN")
                        .requestMatchers("/worklist/**", "/cases/**", "/api/tasks/**", "/api/cases/**")
                        .hasAnyRole("HANDLER", "MANAGER", "ADMIN")
                        .anyRequest()
                        .authenticated())
                .exceptionHandling(refused -> refused.defaultAuthenticationEntryPointFor(
                        new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), PROGRAMS))
                .formLogin(form -> form.loginPage("/login").defaultSuccessUrl("/"))
                .logout(logout -> logout.logoutSuccessUrl("/login"))
                .httpBasic(withDefaults())
                .csrf(csrf -> csrf.ignoringRequestMatchers(CARRIES_CREDENTIALS))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(
                        "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; font-src 'self' data:;"
                                + " frame-ancestors 'none'; form-action 'self'; base-uri 'self'")))
                .build();
    }
}
