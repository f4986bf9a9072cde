package no.forfall.identity.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Shows the sign-in page; Spring Security takes what it sends. */
@Controller
class SignInController {

    @GetMapping("/login")
    String signIn() {
        return "ui/login";
    }
}
