package no.forfall.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GatheredTest {

    private final List<List<String>> written = new ArrayList<>();
    private final Gathered<String> gathered = new Gathered<>(bits -> written.add(List.copyOf(bits)));

    @Test
    void writesAtOnceWhereNothingIsGathered() {
        gathered.add("one");
        gathered.add("two");
        assertThat(written).containsExactly(List.of("one"), List.of("two"));
    }

    @Test
    void writesTogetherInTheOrderInWhichItCame() {
        String result = Gathered.during(() -> {
            gathered.add("one");
            Gathered.during(() -> {
                gathered.add("two");
                return null;
            });
            assertThat(written).isEmpty();
            return "result";
        });
        assertThat(result).isEqualTo("result");
        assertThat(written).containsExactly(List.of("one", "two"));
    }

    @Test
    void writesEarlyForWhoReads() {
        Gathered.during(() -> {
            gathered.add("one");
            gathered.write();
            assertThat(written).containsExactly(List.of("one"));
            gathered.add("two");
            return null;
        });
        assertThat(written).containsExactly(List.of("one"), List.of("two"));
    }

    @Test
    void dropsWhatItHasWhenTheWorkFails() {
        assertThatThrownBy(() -> Gathered.during(() -> {
                    gathered.add("one");
                    throw new IllegalStateException("failed");
                }))
                .hasMessage("failed");
        gathered.add("two");
        assertThat(written).containsExactly(List.of("two"));
    }
}
