package no.forfall.notes.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import no.forfall.api.Collisions;
import no.forfall.api.Invalid;
import no.forfall.api.Return;
import no.forfall.notes.Attachment;
import no.forfall.notes.AttachmentScans;
import no.forfall.notes.Attachments;
import no.forfall.shared.CaseNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The files of a case: put there, fetched, ticked and taken away. */
@Controller
@RequestMapping("/cases/{number}/files")
class FilesPage {

    private static final String DISPUTE = "dispute:";
    private static final String NOTE = "note:";

    private final Attachments attachments;
    private final AttachmentScans scans;

    FilesPage(Attachments attachments, AttachmentScans scans) {
        this.attachments = attachments;
        this.scans = scans;
    }

    @PostMapping
    String add(
            @PathVariable CaseNumber number,
            @RequestParam(defaultValue = "") String about,
            @RequestParam(required = false) @Nullable List<MultipartFile> files) {
        List<MultipartFile> picked = files == null
                ? List.of()
                : files.stream()
                        .filter(file -> file.getSize() > 0
                                || file.getOriginalFilename() != null
                                        && !file.getOriginalFilename().isEmpty())
                        .toList();
        if (picked.size() > Attachments.AT_ONCE) {
            throw new Invalid("files", "files.atOnce", Attachments.AT_ONCE);
        }
        picked.forEach(file -> attachments.checkSize(file.getOriginalFilename(), file.getSize()));
        List<Attachments.Sent> sent = picked.stream().map(FilesPage::sent).toList();
        Attachments.Subject subject = subject(about);
        Collisions.retried(() -> attachments.add(number, subject, sent)).forEach(file -> scans.scan(file.id()));
        return Return.to(number, null);
    }

    private static Attachments.Sent sent(MultipartFile file) {
        try {
            return new Attachments.Sent(file.getOriginalFilename(), file.getBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("The file cannot be read", e);
        }
    }

    private static Attachments.Subject subject(String about) {
        try {
            if (about.startsWith(DISPUTE)) {
                return new Attachments.Subject(null, UUID.fromString(about.substring(DISPUTE.length())));
            }
            if (about.startsWith(NOTE)) {
                return new Attachments.Subject(Long.valueOf(about.substring(NOTE.length())), null);
            }
            if (about.isEmpty()) {
                return Attachments.Subject.CASE;
            }
        } catch (IllegalArgumentException unknown) {
            throw new Invalid("about", "files.about.choice");
        }
        throw new Invalid("about", "files.about.choice");
    }

    @GetMapping("/{id}")
    ResponseEntity<byte[]> fetch(@PathVariable CaseNumber number, @PathVariable UUID id) {
        Attachment file = attachments.get(number, id);
        byte[] content = attachments
                .content(file)
                .orElseThrow(() -> new Invalid("file", "files.fetch." + file.scan(), file.name()));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.kind().mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .cacheControl(CacheControl.noStore())
                .body(content);
    }

    @PostMapping("/{id}/evidence")
    String tick(@PathVariable CaseNumber number, @PathVariable UUID id, @RequestParam boolean on) {
        attachments.tick(number, id, on);
        return Return.to(number, null);
    }

    @PostMapping("/{id}/remove")
    String remove(
            @PathVariable CaseNumber number,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String reason) {
        attachments.remove(number, id, reason);
        return Return.to(number, null);
    }
}
