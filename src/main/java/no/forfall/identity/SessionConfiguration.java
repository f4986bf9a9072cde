package no.forfall.identity;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.BeanClassLoaderAware;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.support.DeserializingConverter;
import org.springframework.core.serializer.support.SerializationFailedException;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;

/** Keeps sessions in the database, so that whoever signed in at one node is signed in at all of them. */
@Configuration
class SessionConfiguration implements BeanClassLoaderAware {

    private static final Logger log = LoggerFactory.getLogger(SessionConfiguration.class);

    private ClassLoader classes = SessionConfiguration.class.getClassLoader();

    @Override
    public void setBeanClassLoader(ClassLoader classes) {
        this.classes = classes;
    }

    /** Two requests of one browser may put the same thing into a session at the same time. */
    @Bean
    PostgreSqlJdbcIndexedSessionRepositoryCustomizer sessionsInPostgres() {
        return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
    }

    /** What another version of the application wrote and this one cannot read is forgotten: its owner signs in again. */
    @Bean
    ConversionService springSessionConversionService() {
        var reading = new DeserializingConverter(classes);
        var conversion = new GenericConversionService();
        conversion.addConverter(Object.class, byte[].class, new SerializingConverter());
        conversion.addConverter(byte[].class, Object.class, bytes -> {
            try {
                return reading.convert(bytes);
            } catch (SerializationFailedException unreadable) {
                log.info("Something in a session cannot be read and is forgotten: {}", unreadable.getMessage());
                return null;
            }
        });
        return conversion;
    }
}
