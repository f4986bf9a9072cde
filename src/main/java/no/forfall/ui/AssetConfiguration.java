package no.forfall.ui;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/**
 * Serves the browser code. What carries a hash of its content in its name is kept by the browser for a year; the plain
 * names of the entries, by which the islands find each other, are asked for again each time.
 */
@Configuration(proxyBeanMethods = false)
class AssetConfiguration implements WebMvcConfigurer {

    private static final String FOLDER = "classpath:/static/assets/";
    private static final CacheControl FOR_A_YEAR =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/chunks/**")
                .addResourceLocations(FOLDER + "chunks/")
                .setCacheControl(FOR_A_YEAR);
        registry.addResourceHandler("/assets/{file:[a-z]+-[0-9a-f]{32}\\.(?:js|css|svg)}")
                .addResourceLocations(FOLDER)
                .setCacheControl(FOR_A_YEAR)
                .resourceChain(true)
                .addResolver(byContent());
        registry.addResourceHandler("/assets/**")
                .addResourceLocations(FOLDER)
                .setCacheControl(CacheControl.noCache())
                .resourceChain(true)
                .addResolver(byContent());
    }

    private static VersionResourceResolver byContent() {
        return new VersionResourceResolver().addContentVersionStrategy("/*.js", "/*.css", "/*.svg");
    }

    /** Lets {@code @{/assets/app.css}} in a template become the name with the hash. */
    @Bean
    ResourceUrlEncodingFilter resourceUrlEncodingFilter() {
        return new ResourceUrlEncodingFilter();
    }
}
