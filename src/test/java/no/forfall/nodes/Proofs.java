package no.forfall.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What must be true of a database once its nodes are at rest, whatever happened before. */
final class Proofs {

    /** Holds before a person has checked what is listed as well as after. */
    static final String LETTERS = "each letter left once, or is listed for a check";

    private static final int KEY = 36;

    private final Nodes nodes;
    private final Load load;
    private final Supplier<Collection<String>> claims;

    /** @param claims the keys of the claims that arrived at the agency */
    Proofs(Nodes nodes, Load load, Supplier<Collection<String>> claims) {
        this.nodes = nodes;
        this.load = load;
        this.claims = claims;
    }

    /** Waits until nothing is on its way and nothing is due for half an hour after a time, but in cases that are held. */
    void awaitRest(Instant time) {
        Timestamp soon = Timestamp.from(time.plus(Duration.ofMinutes(30)));
        await().atMost(Node.PATIENCE).pollInterval(Duration.ofMillis(500)).untilAsserted(() -> {
            assertThat(count(
                            "select count(*) from app.outbox where state in ('SENDING', 'DELIVERED')"
                                    + " or state = 'QUEUED' and not_before < ?",
                            soon))
                    .as("effects on their way")
                    .isZero();
            assertThat(count(
                            "select count(*) from act_ru_job where retries_ > 0 and suspension_state_ = 1"
                                    + " and (duedate_ < ? or lock_owner_ is not null)",
                            soon))
                    .as("jobs that are due")
                    .isZero();
        });
    }

    /** Waits until what is on its way to the agency has come, and one of it again since its answer was lost. */
    void awaitHandOvers(int before, Supplier<Collection<?>> arrived, IntSupplier repeated) {
        await().atMost(Node.PATIENCE)
                .until(() -> count("select count(*) from app.outbox where activity = 'handOver'"
                                        + " and state in ('QUEUED', 'SENDING')")
                                == 0
                        || arrived.get().size() > before && repeated.getAsInt() > 0);
    }

    /** What is claimed, and how it is proved. */
    Map<String, Runnable> all() {
        Map<String, Runnable> all = new LinkedHashMap<>();
        all.put("every request of the load was answered", () -> assertThat(load.failures)
                .isEmpty());
        all.put("each invoice has one case, one principal and one running process", this::oneCaseForEachInvoice);
        all.put(LETTERS, this::lettersLeftOnce);
        all.put("each letter that left is booked, told and recorded once", this::lettersAreRecordedOnce);
        all.put("each claim reached the agency once, and of each case one", this::claimsArrivedOnce);
        all.put("each payment is booked once, and no more of it than was paid", this::paymentsAreBookedOnce);
        all.put("each step that someone did is done once", this::stepsAreDoneOnce);
        all.put("each dispute is raised once", this::disputesAreRaisedOnce);
        all.put("the work list is what the engine has open and what the outbox lists", this::workListIsComplete);
        all.put("each open case waits for something", this::everyCaseWaits);
        all.put("no job has failed and none belongs to nobody", this::jobsAreWhole);
        return all;
    }

    private void oneCaseForEachInvoice() {
        assertThat(strings("select number from app.invoice")).containsExactlyInAnyOrderElementsOf(load.invoices);
        assertThat(count("select count(*) from app.collection_case")).isEqualTo(load.invoices.size());
        assertThat(strings("select business_key_ from act_ru_execution"
                        + " where parent_id_ is null and super_exec_ is null"))
                .containsExactlyInAnyOrderElementsOf(
                        strings("select number from app.collection_case where state <> 'CLOSED'"));
        assertThat(strings("select case_number from app.journal where kind = 'CaseOpened'"))
                .doesNotHaveDuplicates()
                .hasSize(load.invoices.size());
        assertThat(count("select count(*) from app.ledger_line where part = 'PRINCIPAL' and kind = 'CHARGE'"))
                .isEqualTo(load.invoices.size());
    }

    private void lettersLeftOnce() {
        List<String> unknown = unknown();
        List<String> arrived = arrived();
        assertThat(arrived).as("letters that arrived").isNotEmpty().doesNotHaveDuplicates();
        assertThat(arrived)
                .filteredOn(letter -> !unknown.contains(letter))
                .as("letters that arrived")
                .containsExactlyInAnyOrderElementsOf(sent());
    }

    private void lettersAreRecordedOnce() {
        List<String> sent = sent();
        assertThat(count("select count(*) from app.journal where kind = 'LetterSent'"))
                .isEqualTo(sent.size());
        assertThat(strings("select key::text from app.outbox where activity = 'sendLetter' and state = 'CONFIRMED'"))
                .containsExactlyInAnyOrderElementsOf(sent);
        assertThat(
                        strings(
                                "select invoice_id || ' ' || source from app.ledger_line where part = 'FEE' and kind = 'CHARGE'"))
                .as("fees booked")
                .isNotEmpty()
                .doesNotHaveDuplicates()
                .hasSize((int) count("select count(*) from app.letter where new_fee > 0 and state = 'SENT'"));
    }

    private void paymentsAreBookedOnce() {
        assertThat(load.payments).as("payments").isNotEmpty();
        BigDecimal paid = load.payments.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(count("select count(*) from app.payment")).isEqualTo(load.payments.size());
        assertThat(sum("select sum(amount) from app.payment")).isEqualByComparingTo(paid);
        assertThat(sum("select (select coalesce(sum(amount), 0) from app.ledger_line where kind = 'PAYMENT')"
                        + " + (select sum(waiting) from app.payment)"))
                .as("what the ledger took and what waits")
                .isEqualByComparingTo(paid);
        assertThat(
                        strings(
                                "select case_number || ' ' || (facts ->> 'amount') from app.journal where kind = 'PaymentPosted'"))
                .hasSize(load.payments.size());
    }

    private void disputesAreRaisedOnce() {
        assertThat(count("select count(*) from app.dispute")).isEqualTo((long) load.given.getOrDefault("DISPUTE", 0));
    }

    private void claimsArrivedOnce() {
        assertThat(strings("select case_number from app.handover")).doesNotHaveDuplicates();
        assertThat(strings("select id::text from app.handover where state = 'OUT'"))
                .containsExactlyInAnyOrderElementsOf(claims.get());
        assertThat(count("select count(*) from app.journal where kind = 'HandedOver'"))
                .isEqualTo(claims.get().size());
    }

    private void stepsAreDoneOnce() {
        assertThat(strings("select id from app.work_item where kind = 'STEP' and outcome = 'COMPLETED'"))
                .containsExactlyInAnyOrderElementsOf(load.steps);
        assertThat(
                        count(
                                "select count(*) from app.journal where kind = 'StepClosed' and actor in ('handler', 'manager')"))
                .isEqualTo(load.steps.size());
    }

    private void workListIsComplete() {
        assertThat(strings("select id from app.work_item where kind = 'STEP' and done_at is null"))
                .containsExactlyInAnyOrderElementsOf(strings("select id_ from act_ru_task"));
        assertThat(strings("select id from app.work_item where kind = 'CHECK_DELIVERY' and done_at is null"))
                .containsExactlyInAnyOrderElementsOf(unknown());
        assertThat(strings("select id from app.work_item where kind = 'DECIDE' and done_at is null"))
                .containsExactlyInAnyOrderElementsOf(
                        strings("select key::text from app.outbox where state = 'BARRED'"));
    }

    private void everyCaseWaits() {
        assertThat(strings("""
                        select c.number || ' at ' || coalesce((select string_agg(process || ' ' || element || ' ' || kind, ', ')
                                               from app.case_token t where t.case_number = c.number), 'no step')
                        from app.collection_case c
                        where c.state <> 'CLOSED'
                          and not exists (select from app.outbox o
                                          where o.case_number = c.number
                                            and o.state in ('QUEUED', 'HELD', 'BARRED', 'UNKNOWN'))
                          and not exists (select from app.handover h where h.case_number = c.number and h.state = 'OUT')
                          and not exists (select from act_ru_execution root
                                          join act_ru_execution instance on instance.root_proc_inst_id_ = root.id_
                                          join act_ru_execution e on e.proc_inst_id_ = instance.id_
                                          where root.business_key_ = c.number and root.super_exec_ is null
                                            and (exists (select from act_ru_task t where t.execution_id_ = e.id_)
                                              or exists (select from act_ru_job j where j.execution_id_ = e.id_)))
                        """)).isEmpty();
    }

    private void jobsAreWhole() {
        assertThat(faults()).isEmpty();
        assertThat(count("select count(*) from act_ru_incident")).isZero();
        assertThat(strings("select id_ from act_ru_job j where process_instance_id_ is not null"
                        + " and not exists (select from act_ru_execution e where e.id_ = j.execution_id_)"))
                .isEmpty();
    }

    /** The jobs that have failed for good; the cockpit lists them. */
    List<String> faults() {
        return strings("select id_ || ': ' || coalesce(exception_msg_, '') from act_ru_job where retries_ = 0");
    }

    /** The keys of effects of which nobody knows whether they arrived. */
    List<String> unknown() {
        return strings("select key::text from app.outbox where state = 'UNKNOWN'");
    }

    /** Why an effect stands still. */
    String reason(String key) {
        return nodes.jdbc
                .sql("select coalesce(reason, '') from app.outbox where key = cast(? as uuid)")
                .param(key)
                .query(String.class)
                .single();
    }

    /** The keys of the letters that arrived: at the mail server, or in a folder to be printed. */
    List<String> arrived() {
        return Stream.concat(mails().stream(), printed().stream()).toList();
    }

    /** One for each file in any node's folder. */
    List<String> printed() {
        return nodes.all().stream()
                .flatMap(node -> node.printed().stream())
                .map(file -> file.substring(file.length() - ".pdf".length() - KEY, file.length() - ".pdf".length()))
                .toList();
    }

    List<String> sent() {
        return strings("select id::text from app.letter where state = 'SENT'");
    }

    /** The keys of the letters that the mail server took, one for each mail. */
    List<String> mails() {
        return nodes.mail.received().stream().map(Proofs::letter).toList();
    }

    /** The number of a mail is made of the letter's key. */
    private static String letter(MimeMessage mail) {
        try {
            return mail.getMessageID().replaceAll("^<|@.*", "");
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private BigDecimal sum(String sql) {
        return nodes.jdbc.sql(sql).query(BigDecimal.class).single();
    }

    long count(String sql, Object... values) {
        return nodes.jdbc.sql(sql).params(values).query(Long.class).single();
    }

    List<String> strings(String sql) {
        return nodes.jdbc.sql(sql).query(String.class).list();
    }
}
