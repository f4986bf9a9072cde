package no.forfall.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/**
 * Every element of every diagram and every row of every table under {@code processes} is passed by a {@link ProcessTest}.
 * {@link EveryElementLast} runs this class after them. In a run without all of them there is nothing to say.
 */
class EveryElementTest {

    @Test
    void everythingThatIsDrawnIsPassedByAProcessTest() {
        Set<String> chosen = EveryElementLast.chosen();
        assertThat(chosen)
                .as("the test classes of this run, kept by the class orderer")
                .contains(getClass().getName());
        Set<String> notRun = processTests();
        notRun.removeAll(chosen);
        if (!notRun.isEmpty()) {
            System.out.println("Not checked: what the processes pass, since this run is without " + notRun);
        }
        assumeThat(notRun).as("process tests that are not in this run").isEmpty();

        Set<String> missed = HouseFiles.elementsAndRows();
        assertThat(missed).hasSizeGreaterThan(100);
        missed.removeAll(Passed.notes());
        assertThat(missed)
                .as("elements, sequence flows and rows under processes/ that no process test passes")
                .isEmpty();
    }

    private static Set<String> processTests() {
        var scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(ProcessTest.class));
        return scan.findCandidateComponents("no.forfall").stream()
                .map(BeanDefinition::getBeanClassName)
                .collect(Collectors.toSet());
    }
}
