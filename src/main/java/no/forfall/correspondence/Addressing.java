package no.forfall.correspondence;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.forfall.correspondence.post.PostOffice;
import no.forfall.engine.ActivityBarred;
import no.forfall.receivables.Address;
import no.forfall.receivables.Creditor;
import no.forfall.receivables.Debtor;
import no.forfall.shared.LocalText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Chooses how a letter reaches a debtor: by mail where there is an address, else on paper (inkassoloven § 3 a). */
@Component
class Addressing {

    /** @param sender the mail address it is sent from; null on paper */
    record Way(Channel channel, @Nullable String sender, String recipient) {}

    private final PostOffice post;
    private final LetterSettings settings;

    Addressing(PostOffice post, LetterSettings settings) {
        this.post = post;
        this.settings = settings;
    }

    /**
     * @param refused a mail address that was refused for this letter; null for none
     * @throws ActivityBarred when neither way leads to the debtor
     */
    Way to(Debtor debtor, Creditor creditor, @Nullable String refused) throws ActivityBarred {
        String sender = settings.from() == null ? creditor.email() : settings.from();
        String email = debtor.email();
        if (post.sendsMail() && isAddress(sender) && isAddress(email) && !email.equals(refused)) {
            return new Way(Channel.EMAIL, sender, email);
        }
        Address address = debtor.address();
        if (!address.canTakePost()) {
            throw new ActivityBarred(new LocalText(
                    "Vi har verken en e-postadresse som virker eller en fullstendig postadresse til skyldneren.",
                    "Vi har varken en e-postadress som fungerar eller en fullständig postadress till gäldenären.",
                    "We have neither a working e-mail address nor a complete postal address of the debtor."));
        }
        return new Way(Channel.PRINT, null, onPaper(debtor));
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
