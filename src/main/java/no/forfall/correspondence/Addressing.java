package no.forfall.correspondence;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.forfall.correspondence.post.PostOffice;
import no.forfall.correspondence.text.EhfReminder;
import no.forfall.engine.ActivityBarred;
import no.forfall.receivables.Address;
import no.forfall.receivables.Creditor;
import no.forfall.receivables.Debtor;
import no.forfall.shared.LocalText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Chooses how a letter reaches a debtor: a public body by EHF where the house has that way; else by mail where there is an address, else on paper (inkassoloven § 3 a); a friendly
 * one as a text message where there is neither. On paper and in an EHF the address would be seen by others, so that one
 * which is protected never leaves so. What the creditor wishes comes first where it leads to the debtor.
 */
@Component
class Addressing {

    private static final List<Channel> ORDER = List.of(Channel.EHF, Channel.EMAIL, Channel.PRINT, Channel.SMS);

    /** What a telephone shows of a sender that is no number. */
    private static final int LONGEST_SENDER = 11;

    /** @param sender the mail address it is sent from, or what a telephone shows; null on paper */
    record Way(Channel channel, @Nullable String sender, String recipient) {}

    /**
     * What is asked of a way.
     *
     * @param first the way that is tried first; null for none
     * @param mayBeText whether the letter may leave as a text message
     * @param mayBeEhf whether it is a reminder that public bodies take as EHF
     * @param refused addresses and numbers that were refused for this letter
     */
    record Wish(@Nullable Channel first, boolean mayBeText, boolean mayBeEhf, Set<String> refused) {

        /** A way that every letter may take. */
        static final Wish ANY_LETTER = new Wish(null, false, false, Set.of());
    }

    private static final LocalText PROTECTED = new LocalText(
            "Skyldneren har sperret adresse, og ingen e-post virker. Et brev på papir ville vise adressen til andre. Spør en leder hvordan skyldneren skal nås.",
            "Gäldenären har skyddade personuppgifter och ingen e-post fungerar. Ett brev på papper skulle visa adressen för andra. Fråga en chef hur gäldenären ska nås.",
            "The address of the debtor is protected, and no mail works. A letter on paper would show the address to others. Ask a manager how the debtor is to be reached.");

    private static final LocalText NO_WAY = new LocalText(
            "Vi har verken en e-postadresse som virker eller en fullstendig postadresse til skyldneren.",
            "Vi har varken en e-postadress som fungerar eller en fullständig postadress till gäldenären.",
            "We have neither a working e-mail address nor a complete postal address of the debtor.");

    private final PostOffice post;
    private final LetterSettings settings;

    Addressing(PostOffice post, LetterSettings settings) {
        this.post = post;
        this.settings = settings;
    }

    /** @throws ActivityBarred when no way leads to the debtor */
    Way to(Debtor debtor, Creditor creditor, Wish wish) throws ActivityBarred {
        return Stream.concat(Stream.ofNullable(wish.first()), ORDER.stream())
                .map(channel -> by(channel, debtor, creditor, wish))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new ActivityBarred(debtor.isProtected() ? PROTECTED : NO_WAY));
    }

    private Optional<Way> by(Channel channel, Debtor debtor, Creditor creditor, Wish wish) {
        return switch (channel) {
            case EMAIL -> byMail(debtor, creditor, wish);
            case PRINT ->
                debtor.address().canTakePost() && !debtor.isProtected()
                        ? Optional.of(new Way(Channel.PRINT, null, onPaper(debtor)))
                        : Optional.empty();
            case SMS -> byText(debtor, creditor, wish);
            case EHF -> byEhf(debtor, creditor, wish);
        };
    }

    private Optional<Way> byMail(Debtor debtor, Creditor creditor, Wish wish) {
        String sender = settings.from() == null ? creditor.email() : settings.from();
        String email = debtor.email();
        return post.sendsMail()
                        && isAddress(sender)
                        && isAddress(email)
                        && !wish.refused().contains(email)
                ? Optional.of(new Way(Channel.EMAIL, sender, email))
                : Optional.empty();
    }

    private Optional<Way> byEhf(Debtor debtor, Creditor creditor, Wish wish) {
        return wish.mayBeEhf() && settings.ehf() && !debtor.isProtected()
                ? Optional.ofNullable(EhfReminder.endpoint(debtor, creditor))
                        .map(number -> new Way(Channel.EHF, null, number))
                : Optional.empty();
    }

    private Optional<Way> byText(Debtor debtor, Creditor creditor, Wish wish) {
        if (!wish.mayBeText() || !post.sendsTexts()) {
            return Optional.empty();
        }
        String name = creditor.name();
        String sender = post.textSender() == null
                ? name.substring(0, Math.min(LONGEST_SENDER, name.length())).strip()
                : post.textSender();
        return MobileNumber.of(debtor.phone(), creditor.country())
                .filter(number -> !wish.refused().contains(number))
                .map(number -> new Way(Channel.SMS, sender, number));
    }

    /** Name and postal address on one line. */
    static String onPaper(Debtor debtor) {
        Address address = debtor.address();
        return Stream.of(debtor.name(), address.street(), address.postalCode() + " " + address.city())
                .collect(Collectors.joining(", "));
    }

    static boolean isAddress(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return false;
        }
        try {
            InternetAddress[] addresses = InternetAddress.parse(text, true);
            return addresses.length == 1
                    && addresses[0].getAddress().equals(text)
                    && text.indexOf('@') > 0
                    && text.chars().allMatch(letter -> letter > ' ' && letter < 127);
        } catch (AddressException notAnAddress) {
            return false;
        }
    }
}
