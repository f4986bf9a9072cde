package no.forfall.engine.signin;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import no.forfall.identity.Role;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.GroupQueryImpl;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.TenantQueryImpl;
import org.camunda.bpm.engine.impl.UserQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.jspecify.annotations.Nullable;

/** The engine's queries for users and groups, answered from the people of the house, in the order of their names. */
final class Queries {

    private Queries() {}

    private static PeopleOfTheEngine people(CommandContext context) {
        return (PeopleOfTheEngine) context.getReadOnlyIdentityProvider();
    }

    private static <T> List<T> page(Stream<T> all, @Nullable Page page) {
        return page == null
                ? all.toList()
                : all.skip(page.getFirstResult()).limit(page.getMaxResults()).toList();
    }

    private static boolean isIn(String @Nullable [] wanted, String id) {
        return wanted == null || wanted.length == 0 || Arrays.asList(wanted).contains(id);
    }

    /** As SQL's {@code like}, in which a percent sign stands for anything; letters of either case are the same. */
    private static boolean isLike(@Nullable String pattern, @Nullable String value) {
        return pattern == null
                || value != null
                        && value.toLowerCase()
                                .contains(pattern.toLowerCase().replace("%", "").strip());
    }

    private static boolean is(@Nullable String wanted, @Nullable String value) {
        return wanted == null || wanted.equals(value);
    }

    static final class Users extends UserQueryImpl {

        private static final long serialVersionUID = 1L;

        Users(@Nullable CommandExecutor executor) {
            super(executor);
        }

        @Override
        public long executeCount(CommandContext context) {
            return found(context).count();
        }

        @Override
        public List<User> executeList(CommandContext context, @Nullable Page page) {
            return page(found(context), page);
        }

        private Stream<User> found(CommandContext context) {
            if (tenantId != null || email != null || emailLike != null) {
                return Stream.empty();
            }
            return people(context)
                    .all()
                    .filter(person -> groupId == null
                            || person.roles().stream().map(Role::group).anyMatch(groupId::equals))
                    .map(PeopleOfTheEngine::user)
                    .filter(user -> is(id, user.getId()) && isIn(ids, user.getId()))
                    .filter(user -> is(firstName, user.getFirstName()) && is(lastName, user.getLastName()))
                    .filter(user ->
                            isLike(firstNameLike, user.getFirstName()) && isLike(lastNameLike, user.getLastName()));
        }
    }

    static final class Groups extends GroupQueryImpl {

        private static final long serialVersionUID = 1L;

        Groups(@Nullable CommandExecutor executor) {
            super(executor);
        }

        @Override
        public long executeCount(CommandContext context) {
            return found(context).count();
        }

        @Override
        public List<Group> executeList(CommandContext context, @Nullable Page page) {
            return page(found(context), page);
        }

        private Stream<Group> found(CommandContext context) {
            if (tenantId != null) {
                return Stream.empty();
            }
            return people(context)
                    .rolesOf(userId)
                    .map(PeopleOfTheEngine::group)
                    .filter(group -> is(id, group.getId()) && isIn(ids, group.getId()))
                    .filter(group -> is(name, group.getName()) && isLike(nameLike, group.getName()))
                    .filter(group -> is(type, group.getType()));
        }
    }

    /** The house has one owner. */
    static final class Tenants extends TenantQueryImpl {

        private static final long serialVersionUID = 1L;

        Tenants(@Nullable CommandExecutor executor) {
            super(executor);
        }

        @Override
        public long executeCount(CommandContext context) {
            return 0;
        }

        @Override
        public List<Tenant> executeList(CommandContext context, @Nullable Page page) {
            return List.of();
        }
    }
}
