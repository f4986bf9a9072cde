package no.forfall.notes;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import no.forfall.cases.MorningNews;
import no.forfall.shared.Country;
import org.springframework.stereotype.Component;

/** Tells in the morning which notes call a person who has not seen them, however old they are. */
@Component
class MentionNews implements MorningNews {

    private final Mentions mentions;

    MentionNews(Mentions mentions) {
        this.mentions = mentions;
    }

    @Override
    public List<News> since(Instant from, String person, int most) {
        long unread = mentions.unread(person);
        if (unread == 0) {
            return List.of();
        }
        List<Line> lines = mentions.unseen(person, most).stream()
                .map(mention -> new Line(
                        mention.caseNumber(), LocalDate.ofInstant(mention.writtenAt(), Country.NO.zone()), null))
                .toList();
        return List.of(new News("MENTIONS", unread, List.of(), lines));
    }
}
