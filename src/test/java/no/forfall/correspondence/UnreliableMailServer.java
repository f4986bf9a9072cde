package no.forfall.correspondence;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** A mail server between the house and GreenMail that misbehaves on request. What GreenMail has was truly received. */
public final class UnreliableMailServer implements AutoCloseable {

    /** Where it misbehaves, and how. */
    public enum Mood {
        WELL,
        FALLS_SILENT_AT_ONCE,
        GREETS_WITH_554,
        REFUSES_SENDER_451,
        REFUSES_RECIPIENT_550,
        REFUSES_RECIPIENT_450,
        HANGS_UP_AT_RECIPIENT,
        REFUSES_DATA_554,
        REFUSES_MESSAGE_552,
        HANGS_UP_IN_MESSAGE,
        HANGS_UP_AFTER_MESSAGE,
        FALLS_SILENT_AFTER_MESSAGE
    }

    private final GreenMail greenMail = new GreenMail(ServerSetup.SMTP.dynamicPort());
    private final ServerSocket door;
    private volatile Mood mood = Mood.WELL;
    private volatile Runnable beforeAgreeing = () -> {};

    public UnreliableMailServer() {
        try {
            greenMail.start();
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        Thread doorman = new Thread(this::serve, "unreliable mail server");
        doorman.setDaemon(true);
        doorman.start();
    }

    public int port() {
        return door.getLocalPort();
    }

    public void is(Mood mood) {
        this.mood = mood;
    }

    /** Happens between the end of the next messages and the answer that they were taken. */
    void beforeItAgrees(Runnable event) {
        beforeAgreeing = event;
    }

    public List<MimeMessage> received() {
        return List.of(greenMail.getReceivedMessages());
    }

    void reset() throws com.icegreen.greenmail.store.FolderException {
        greenMail.purgeEmailFromAllMailboxes();
        mood = Mood.WELL;
        beforeAgreeing = () -> {};
    }

    private void serve() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                Thread talk = new Thread(() -> talk(client), "talk of the unreliable mail server");
                talk.setDaemon(true);
                talk.start();
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void talk(Socket client) {
        try (client;
                Socket server = new Socket(
                        InetAddress.getLoopbackAddress(), greenMail.getSmtp().getPort())) {
            new Talk(client, server).run();
        } catch (IOException gone) {
            // a client that goes away is the client's affair
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        greenMail.stop();
    }

    private final class Talk {

        private final BufferedReader fromClient;
        private final OutputStream toClient;
        private final BufferedReader fromServer;
        private final OutputStream toServer;

        Talk(Socket client, Socket server) throws IOException {
            fromClient = reader(client);
            toClient = client.getOutputStream();
            fromServer = reader(server);
            toServer = server.getOutputStream();
        }

        void run() throws IOException {
            if (mood == Mood.GREETS_WITH_554) {
                write(toClient, "554 no service here");
                return;
            }
            if (mood == Mood.FALLS_SILENT_AT_ONCE) {
                fromClient.readLine();
                return;
            }
            relayReply();
            for (String line = fromClient.readLine(); line != null; line = fromClient.readLine()) {
                if (!answer(line)) {
                    return;
                }
            }
        }

        private boolean answer(String line) throws IOException {
            String verb = line.toUpperCase(Locale.ROOT);
            if (verb.startsWith("RCPT") && mood == Mood.HANGS_UP_AT_RECIPIENT) {
                return false;
            }
            String refusal = refusal(verb);
            if (refusal != null) {
                write(toClient, refusal);
                return true;
            }
            write(toServer, line);
            String reply = relayReply();
            return !verb.startsWith("DATA") || !reply.startsWith("354") || message();
        }

        private String refusal(String verb) {
            if (verb.startsWith("MAIL") && mood == Mood.REFUSES_SENDER_451) {
                return "451 come back later";
            }
            if (verb.startsWith("RCPT") && mood == Mood.REFUSES_RECIPIENT_550) {
                return "550 5.1.1 no such person";
            }
            if (verb.startsWith("RCPT") && mood == Mood.REFUSES_RECIPIENT_450) {
                return "450 4.2.1 mailbox busy";
            }
            return verb.startsWith("DATA") && mood == Mood.REFUSES_DATA_554 ? "554 no message today" : null;
        }

        private boolean message() throws IOException {
            for (String line = fromClient.readLine(); line != null; line = fromClient.readLine()) {
                if (mood == Mood.HANGS_UP_IN_MESSAGE) {
                    return false;
                }
                if (line.equals(".") && mood == Mood.REFUSES_MESSAGE_552) {
                    write(toClient, "552 too much");
                    return false;
                }
                write(toServer, line);
                if (line.equals(".")) {
                    return afterMessage();
                }
            }
            return false;
        }

        private boolean afterMessage() throws IOException {
            if (mood == Mood.HANGS_UP_AFTER_MESSAGE || mood == Mood.FALLS_SILENT_AFTER_MESSAGE) {
                fromServer.readLine();
                return mood == Mood.FALLS_SILENT_AFTER_MESSAGE && fromClient.readLine() != null;
            }
            beforeAgreeing.run();
            relayReply();
            return true;
        }

        private String relayReply() throws IOException {
            String line = fromServer.readLine();
            write(toClient, line);
            while (line.length() > 3 && line.charAt(3) == '-') {
                line = fromServer.readLine();
                write(toClient, line);
            }
            return line;
        }
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    }

    private static void write(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }
}
