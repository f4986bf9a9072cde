package no.forfall.engine.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationProvider;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;
import org.jspecify.annotations.Nullable;

/** Takes whoever signed in at the house's door as the engine's user. The engine's filter makes it by its class name. */
public final class SignedInAtTheHouse implements AuthenticationProvider {

    @Override
    public AuthenticationResult extractAuthenticatedUser(HttpServletRequest request, ProcessEngine engine) {
        @Nullable Principal person = request.getUserPrincipal();
        if (person == null) {
            return AuthenticationResult.unsuccessful();
        }
        AuthenticationResult signedIn = AuthenticationResult.successful(person.getName());
        signedIn.setGroups(engine.getIdentityService().createGroupQuery().groupMember(person.getName()).list().stream()
                .map(Group::getId)
                .toList());
        return signedIn;
    }

    @Override
    public void augmentResponseByAuthenticationChallenge(HttpServletResponse response, ProcessEngine engine) {
        // the answer 401 sends the browser's page to sign in again
    }
}
