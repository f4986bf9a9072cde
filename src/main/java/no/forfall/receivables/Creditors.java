package no.forfall.receivables;

import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface Creditors extends JpaRepository<Creditor, Long> {

    Optional<Creditor> findByOrganisationNumber(String organisationNumber);
}
