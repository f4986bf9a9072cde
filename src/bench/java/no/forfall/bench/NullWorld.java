package no.forfall.bench;

import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.Provider;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.URLName;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import no.forfall.agency.HandedOver;
import no.forfall.cases.CaseOpened;
import no.forfall.correspondence.text.Rendered;
import no.forfall.engine.StepOpened;
import no.forfall.engine.TokenLeft;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.MovableClock;
import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * The world outside the product: a clock that can be moved, a mail server and an agency that take everything and count it,
 * and, in place of the printing of letters, a blank sheet. What rendering costs is measured apart.
 */
class NullWorld {

    private static final AtomicLong MAILS = new AtomicLong();
    private static final AtomicLong PACKAGES = new AtomicLong();
    private static final Rendered BLANK =
            new Rendered("A letter", "Text", "<p>Text</p>", new byte[] {'P', 'D', 'F'}, null, 0);

    private final Map<String, CaseNumber> cases = new ConcurrentHashMap<>();
    private final Map<String, String> steps = new ConcurrentHashMap<>();
    private final Map<CaseNumber, UUID> handovers = new ConcurrentHashMap<>();
    private Runnable jobRan = () -> {};

    void whenJobRan(Runnable told) {
        jobRan = told;
    }

    CaseNumber caseOf(String invoice) {
        return cases.get(invoice);
    }

    String step(CaseNumber number, String element) {
        String step = steps.get(number + element);
        if (step == null) {
            throw new IllegalStateException("Case " + number + " has not come to " + element);
        }
        return step;
    }

    UUID handover(CaseNumber number) {
        return handovers.get(number);
    }

    List<String> counts() {
        return List.of(MAILS + " mails", PACKAGES + " packages");
    }

    @EventListener
    void opened(CaseOpened opened) {
        cases.put(opened.invoiceNumber(), opened.caseNumber());
    }

    @EventListener
    void opened(StepOpened step) {
        steps.put(step.caseNumber() + step.element(), step.stepId());
    }

    @EventListener
    void handedOver(HandedOver claim) {
        handovers.put(claim.caseNumber(), claim.handoverId());
    }

    @EventListener
    void left(TokenLeft left) {
        if (left.element().startsWith("wait")) {
            jobRan.run();
        }
    }

    @Bean
    static MovableClock clock() {
        return new MovableClock(Clock.systemUTC());
    }

    @Bean
    static BeanPostProcessor blankLettersAndAnAgencyThatTakesAll() {
        boolean rendering = Boolean.getBoolean("rendering");
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return switch (name) {
                    case "letterWriter" -> rendering ? bean : instead(bean, BLANK);
                    case "agencyLine" -> instead(bean, "taken");
                    default -> bean;
                };
            }
        };
    }

    private static Object instead(Object bean, Object answer) {
        ProxyFactory proxy = new ProxyFactory(bean);
        proxy.setProxyTargetClass(answer instanceof Rendered);
        proxy.addAdvice((MethodInterceptor) call -> {
            PACKAGES.addAndGet(answer instanceof Rendered ? 0 : 1);
            return answer;
        });
        return proxy.getProxy();
    }

    @Bean
    static JavaMailSenderImpl mailServer() {
        JavaMailSenderImpl server = new JavaMailSenderImpl();
        Session session = Session.getInstance(new Properties());
        session.addProvider(
                new Provider(Provider.Type.TRANSPORT, "null", NullTransport.class.getName(), "benchmark", "1"));
        server.setSession(session);
        server.setProtocol("null");
        server.setHost("localhost");
        return server;
    }

    /** Takes every message, reads none and counts them. */
    public static final class NullTransport extends Transport {

        public NullTransport(Session session, URLName name) {
            super(session, name);
        }

        @Override
        protected boolean protocolConnect(String host, int port, String user, String password) {
            return true;
        }

        @Override
        public void sendMessage(Message message, Address[] recipients) {
            MAILS.incrementAndGet();
        }
    }
}
