package no.forfall.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.zaxxer.hikari.HikariDataSource;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import no.forfall.ForfallApplication;
import no.forfall.agency.AgencyAnswers;
import no.forfall.disputes.DisputeReason;
import no.forfall.disputes.Disputes;
import no.forfall.identity.People;
import no.forfall.identity.Person;
import no.forfall.identity.Role;
import no.forfall.intake.ImportReport;
import no.forfall.intake.Imports;
import no.forfall.outbox.Outbox;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.MovableClock;
import no.forfall.worklist.Worklist;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** The product as it is delivered, with its own executor; only its clock, its mail server and its agency are ours. */
final class ForfallSide extends EngineSide {

    private static final String INVOICE_COLUMNS =
            "creditor_org;creditor_name;creditor_country;invoice;issued;due;currency;amount;reference;account;description;"
                    + "customer;name;kind;email;phone;street;postal_code;city;country;relation;fee_agreed";

    private final ObjectMapper json = new ObjectMapper();
    private final boolean byMail;
    private ConfigurableApplicationContext house;
    private NullWorld world;
    private HikariDataSource pool;

    ForfallSide() {
        this(true);
    }

    /** @param byMail whether its debtors get their letters by mail, or on paper */
    ForfallSide(boolean byMail) {
        this.byMail = byMail;
    }

    @Override
    public void open(Database database) throws Exception {
        house = new SpringApplicationBuilder(ForfallApplication.class, NullWorld.class)
                .profiles("test")
                .run(
                        "--server.port=0",
                        "--spring.datasource.url=" + database.url(),
                        "--spring.datasource.username=" + Server.OWNER,
                        "--forfall.home=target/bench/home-" + database.name(),
                        "--forfall.letters.from=bench@forfall.example",
                        "--forfall.law.reviewed-through=2030-12-31",
                        "--forfall.outbox.dispatch=false",
                        "--forfall.intake.watch=false",
                        "--forfall.ledger-check.every=PT24H",
                        "--forfall.cases.hold-check=PT24H",
                        "--forfall.agency.answer-check=PT24H",
                        "--logging.level.root=warn");
        world = house.getBean(NullWorld.class);
        world.whenJobRan(this::jobRan);
        pool = house.getBean(HikariDataSource.class);
        house.getBean(People.class).save(new Person("handler", "Helge Aas", Set.of(Role.HANDLER)), "of no use");
    }

    /** A bean of the product. */
    <T> T bean(Class<T> type) {
        return house.getBean(type);
    }

    NullWorld world() {
        return world;
    }

    HikariDataSource pool() {
        return pool;
    }

    @Override
    void goTo(Instant time) {
        house.getBean(MovableClock.class).moveTo(time);
        var engine = (ProcessEngineConfigurationImpl)
                house.getBean(ProcessEngine.class).getProcessEngineConfiguration();
        engine.getJobExecutor().jobWasAdded();
    }

    @Override
    String lastTimer() {
        // cases that wait for a day far off go on waiting
        return "select max(duedate_) from act_ru_job where duedate_ < '2028-01-01'";
    }

    @Override
    String dueJobs() {
        return "select count(*) from act_ru_job where duedate_ <= ? and retries_ > 0 and suspension_state_ = 1";
    }

    @Override
    void register(Cohort cohort) {
        register(cohort, "known");
    }

    /** @param relation of the debtors to the creditor; new ones are called before anybody writes to them */
    void register(Cohort cohort, String relation) {
        receive("invoices", invoices(cohort, relation), cohort.size());
    }

    private String invoices(Cohort cohort, String relation) {
        return cohort.all().stream()
                .map(number -> line(number, cohort, relation))
                .collect(Collectors.joining("\n", INVOICE_COLUMNS + "\n", "\n"));
    }

    private String line(int number, Cohort cohort, String relation) {
        return String.join(
                ";",
                "987654325",
                "Fjord Varme AS",
                "NO",
                "FV-" + number,
                cohort.due().minusDays(14).toString(),
                cohort.due().toString(),
                "NOK",
                "1000.00",
                reference(number),
                "1506 41 20870",
                "Heating",
                "K" + number,
                "Fjell " + number + " AS",
                "business",
                byMail ? "post@fjell-" + number + ".example" : "",
                "22 00 00 00",
                "Dalen 2",
                "5003",
                "Bergen",
                "NO",
                relation,
                "yes");
    }

    private static String reference(int number) {
        return "7" + number;
    }

    void receive(String kind, String text, int expected) {
        ImportReport report = house.getBean(Imports.class)
                .receive(
                        kind,
                        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                        kind + ".csv",
                        "forfall");
        if (report.accepted() != expected) {
            throw new IllegalStateException("Of " + expected + " " + kind + " came in: " + report);
        }
    }

    /** One after the other, on this thread, as the dispatcher of a node does it. */
    @Override
    void deliver(List<Integer> invoices, int letter) {
        house.getBean(Outbox.class).runDue();
    }

    @Override
    void pay(Cohort cohort) {
        pay(cohort, cohort.paid());
    }

    /** Pays some invoices of a cohort whole, in one bank file. */
    void pay(Cohort cohort, List<Integer> invoices) {
        receive("payments", payments(cohort, invoices), invoices.size());
    }

    /** The invoice and what the second letter has charged; that is the same for all. */
    private String payments(Cohort cohort, List<Integer> invoices) {
        BigDecimal owed = new JdbcTemplate(pool)
                .queryForObject(
                        "select sum(effect) from app.ledger_line l join app.invoice i on i.id = l.invoice_id"
                                + " where i.number = ?",
                        BigDecimal.class,
                        "FV-" + cohort.first());
        return invoices.stream()
                .map(number -> "B%d;%s;%s;NOK;%s;Fjell %d AS"
                        .formatted(number, cohort.due().plusDays(15), owed, reference(number), number))
                .collect(Collectors.joining("\n", "id;booked;amount;currency;reference;payer\n", "\n"));
    }

    @Override
    void raiseDispute(int invoice) {
        house.getBean(Disputes.class)
                .raise(caseOf(invoice), DisputeReason.WRONG_AMOUNT, "The amount is not what was agreed.", "handler");
    }

    @Override
    void decideDispute(int invoice) {
        complete(invoice, "assessDispute", Map.of("outcome", "REJECTED", "comment", "As agreed in writing."));
    }

    @Override
    void handOver(int invoice) {
        complete(invoice, "decideHandOver", Map.of("handOverDecision", "HAND_OVER"));
    }

    private void complete(int invoice, String element, Map<String, Object> answer) {
        house.getBean(Worklist.class).complete(world.step(caseOf(invoice), element), "handler", answer);
    }

    @Override
    void answerOfAgency(int invoice) {
        house.getBean(AgencyAnswers.class)
                .take(
                        world.handover(caseOf(invoice)),
                        json.createObjectNode().put("status", "CLOSED").put("message", "Nothing to be had"));
    }

    CaseNumber caseOf(int invoice) {
        return world.caseOf("FV-" + invoice);
    }

    List<String> letterCounts() {
        return world.counts();
    }

    @Override
    public void close() throws Exception {
        super.close();
        house.close();
    }
}
