package no.forfall.receivables;

import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface Debtors extends JpaRepository<Debtor, Long> {

    List<Debtor> findByCreditorIdAndCustomerNumberIn(long creditorId, Collection<String> customerNumbers);
}
