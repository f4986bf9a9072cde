package no.forfall;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts Forfall: one application that follows every overdue invoice from the first reminder to the agency. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class ForfallApplication {

    public static void main(String[] args) {
        XmlOfTheJdk.choose();
        SpringApplication.run(ForfallApplication.class, args);
    }
}
