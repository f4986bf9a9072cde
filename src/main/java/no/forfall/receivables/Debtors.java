package no.forfall.receivables;

import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface Debtors extends JpaRepository<Debtor, Long> {

    Optional<Debtor> findByCreditorAndCustomerNumber(Creditor creditor, String customerNumber);
}
