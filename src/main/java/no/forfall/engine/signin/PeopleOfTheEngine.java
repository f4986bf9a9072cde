package no.forfall.engine.signin;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;
import no.forfall.identity.People;
import no.forfall.identity.Person;
import no.forfall.identity.Role;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.GroupQuery;
import org.camunda.bpm.engine.identity.NativeUserQuery;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.TenantQuery;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.identity.UserQuery;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.ReadOnlyIdentityProvider;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.GroupEntity;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.jspecify.annotations.Nullable;

/**
 * The people of the house as the engine's users, and their roles as its groups. Nobody is added here, and nobody signs in
 * here: that is done at the house's own door.
 */
final class PeopleOfTheEngine implements ReadOnlyIdentityProvider {

    private final Supplier<People> people;

    PeopleOfTheEngine(Supplier<People> people) {
        this.people = people;
    }

    Stream<Person> all() {
        return people.get().all().stream();
    }

    Stream<Role> rolesOf(@Nullable String userName) {
        return userName == null
                ? Arrays.stream(Role.values())
                : people.get().find(userName).stream().flatMap(person -> person.roles().stream());
    }

    static User user(Person person) {
        int space = person.name().indexOf(' ');
        UserEntity user = new UserEntity(person.userName());
        user.setFirstName(space < 0 ? person.name() : person.name().substring(0, space));
        user.setLastName(space < 0 ? "" : person.name().substring(space + 1));
        return user;
    }

    static Group group(Role role) {
        GroupEntity group = new GroupEntity(role.group());
        group.setName(role.group().substring(0, 1).toUpperCase(Locale.ROOT)
                + role.group().substring(1));
        group.setType("WORKFLOW");
        return group;
    }

    @Override
    public @Nullable User findUserById(String userId) {
        return people.get().find(userId).map(PeopleOfTheEngine::user).orElse(null);
    }

    @Override
    public @Nullable Group findGroupById(String groupId) {
        return rolesOf(null)
                .filter(role -> role.group().equals(groupId))
                .findFirst()
                .map(PeopleOfTheEngine::group)
                .orElse(null);
    }

    @Override
    public UserQuery createUserQuery() {
        return new Queries.Users(Context.getProcessEngineConfiguration().getCommandExecutorTxRequired());
    }

    @Override
    public UserQuery createUserQuery(CommandContext context) {
        return new Queries.Users(null);
    }

    @Override
    public GroupQuery createGroupQuery() {
        return new Queries.Groups(Context.getProcessEngineConfiguration().getCommandExecutorTxRequired());
    }

    @Override
    public GroupQuery createGroupQuery(CommandContext context) {
        return new Queries.Groups(null);
    }

    @Override
    public TenantQuery createTenantQuery() {
        return new Queries.Tenants(Context.getProcessEngineConfiguration().getCommandExecutorTxRequired());
    }

    @Override
    public TenantQuery createTenantQuery(CommandContext context) {
        return new Queries.Tenants(null);
    }

    @Override
    public @Nullable Tenant findTenantById(String tenantId) {
        return null;
    }

    @Override
    public NativeUserQuery createNativeUserQuery() {
        throw new BadUserRequestException("People are not found by a query in SQL");
    }

    /** Always refused: the engine's own sign-in form is not a second door. */
    @Override
    public boolean checkPassword(String userId, String password) {
        return false;
    }

    @Override
    public void flush() {
        // nothing is written here
    }

    @Override
    public void close() {
        // nothing is held open
    }
}
