package no.forfall.engine.signin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.forfall.identity.People;
import no.forfall.identity.Role;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.identity.ReadOnlyIdentityProvider;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.rest.security.auth.ProcessEngineAuthenticationFilter;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives the engine the people of the house, and its web applications and REST interface whoever is signed in. */
@Configuration
class SignInConfiguration {

    @Bean
    ProcessEnginePlugin peopleOfTheEngine(ObjectProvider<People> people) {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl engine) {
                engine.setIdentityProviderSessionFactory(new PeopleFactory(people));
                engine.setAdminGroups(new ArrayList<>(List.of(Role.ADMIN.group())));
            }
        };
    }

    @Bean
    FilterRegistrationBean<ContainerBasedAuthenticationFilter> signInToWebapps() {
        return signIn(new ContainerBasedAuthenticationFilter(), "/camunda/*");
    }

    @Bean
    FilterRegistrationBean<ProcessEngineAuthenticationFilter> signInToRest() {
        return signIn(new ProcessEngineAuthenticationFilter(), "/engine-rest/*");
    }

    /** Behind the house's own security filter, which comes first by its order and has refused strangers already. */
    private static <T extends jakarta.servlet.Filter> FilterRegistrationBean<T> signIn(T filter, String path) {
        FilterRegistrationBean<T> registration = new FilterRegistrationBean<>(filter);
        registration.setInitParameters(Map.of(
                ProcessEngineAuthenticationFilter.AUTHENTICATION_PROVIDER_PARAM, SignedInAtTheHouse.class.getName()));
        registration.addUrlPatterns(path);
        registration.setAsyncSupported(true);
        registration.setOrder(0);
        return registration;
    }

    private record PeopleFactory(ObjectProvider<People> people) implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return ReadOnlyIdentityProvider.class;
        }

        @Override
        public Session openSession() {
            return new PeopleOfTheEngine(people::getObject);
        }
    }
}
