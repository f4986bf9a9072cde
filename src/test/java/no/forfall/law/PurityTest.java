package no.forfall.law;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PurityTest {

    private final JavaClasses room = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("package-info"))
            .importPackages("no.forfall.law");

    @Test
    void knowsNothingButMoneyTimeAndTheSharedTypes() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "no.forfall.law", "no.forfall.shared", "java..", "org.joda.money", "org.jspecify.annotations")
                .check(room);
    }

    @Test
    void hasNoClockOfItsOwn() {
        noClasses().should().callMethod(LocalDate.class, "now").check(room);
    }
}
