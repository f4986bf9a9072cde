package no.forfall.webhooks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs a delivery, so that the receiver knows who sent it and when: HMAC-SHA-256 over the second, a point and the body. */
final class Signature {

    static final String HEADER = "Forfall-Signature";

    private Signature() {}

    static String of(String secret, Instant at, String body) {
        long second = at.getEpochSecond();
        return "t=" + second + ",v1=" + hmac(secret, second + "." + body);
    }

    private static String hmac(String secret, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
