package no.forfall;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Date;
import java.util.List;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import no.forfall.engine.InsideActivity;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.repository.Repository;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.scheduling.annotation.Scheduled;

/** The plan of the house, held against its walls. */
class ArchitectureTest {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("no.forfall");

    @Test
    void roomsCallOnlyTheRoomsTheyName() {
        ApplicationModules.of(ForfallApplication.class).verify();
    }

    @Test
    void onlyTheEngineRoomKnowsCamunda() {
        noClasses()
                .that()
                .resideOutsideOfPackage("no.forfall.engine..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.camunda..")
                .check(HOUSE);
    }

    /** Jobs run many to a transaction and are rolled back together; what has left the house cannot be. */
    @Test
    void activitiesInsideTheHouseReachNothingOutsideIt() {
        noClasses()
                .that()
                .implement(InsideActivity.class)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "jakarta.mail..",
                        "org.springframework.mail..",
                        "java.net..",
                        "java.nio.file..",
                        "org.springframework.web.client..",
                        "org.apache.sshd..")
                .check(HOUSE);
    }

    @Test
    void timeComesFromTheClockOfTheHouse() {
        noClasses().should().callCodeUnitWhere(asksTheMachineForTheTime()).check(HOUSE);
    }

    private static DescribedPredicate<JavaCall<?>> asksTheMachineForTheTime() {
        return DescribedPredicate.describe("asks the machine for the time", call -> {
            String owner = call.getTargetOwner().getName();
            boolean noArguments = call.getTarget().getRawParameterTypes().isEmpty();
            boolean now = owner.startsWith("java.time.")
                    && call.getName().equals("now")
                    && call.getTarget().getRawParameterTypes().stream()
                            .noneMatch(type -> type.getName().equals("java.time.Clock"));
            boolean date = owner.equals(Date.class.getName()) && call.getName().equals("<init>") && noArguments;
            boolean millis =
                    owner.equals(System.class.getName()) && call.getName().equals("currentTimeMillis");
            return now || date || millis;
        });
    }

    /**
     * Letters leave from every node at once, and every node shows the demo's time and tells what it reads; anything else is
     * for one of them.
     */
    @Test
    void whatRunsByItselfSaysThatOneNodeDoesIt() {
        methods()
                .that()
                .areAnnotatedWith(Scheduled.class)
                .and(DescribedPredicate.describe("are not for every node", method -> !List.of(
                                "Dispatcher.tick",
                                "BulkTurns.round",
                                "Messenger.round",
                                "DemoPreparing.follow",
                                "Readings.tell")
                        .contains(method.getOwner().getSimpleName() + "." + method.getName())))
                .should()
                .beAnnotatedWith(SchedulerLock.class)
                .check(HOUSE);
    }

    @Test
    void repositoriesStayInTheirRooms() {
        classes()
                .that()
                .areAssignableTo(Repository.class)
                .should()
                .notBePublic()
                .check(HOUSE);
    }

    @Test
    void partsAreHandedOverByTheConstructor() {
        fields().should().notBeAnnotatedWith(Autowired.class).check(HOUSE);
    }

    @Test
    void everyPackageSaysWhatItIsForAndWhatMayBeNull() {
        List<String> unmarked = HOUSE.stream()
                .map(JavaClass::getPackage)
                .distinct()
                .filter(room -> !room.getName().equals("no.forfall"))
                .filter(room -> !isNullMarked(room))
                .map(JavaPackage::getName)
                .toList();
        assertThat(unmarked).isEmpty();
    }

    private static boolean isNullMarked(JavaPackage room) {
        return room.tryGetPackageInfo()
                .map(info -> info.isAnnotatedWith(NullMarked.class))
                .orElse(false);
    }
}
