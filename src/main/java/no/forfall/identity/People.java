package no.forfall.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Everyone who works with Forfall. Passwords are kept as salted hashes only. */
@Service
@Transactional
public class People implements UserDetailsService {

    private final JdbcClient jdbc;
    private final PasswordEncoder passwords;

    People(JdbcClient jdbc, PasswordEncoder passwords) {
        this.jdbc = jdbc;
        this.passwords = passwords;
    }

    /** Adds a person, or gives one that exists new roles, name and password. */
    public void save(Person person, String password) {
        jdbc.sql("insert into app.person (user_name, name, roles, password) values (:user, :name, :roles, :password)"
                        + " on conflict (user_name) do update set name = :name, roles = :roles, password = :password")
                .param("user", person.userName())
                .param("name", person.name())
                .param("roles", person.roles().stream().map(Role::name).collect(Collectors.joining(",")))
                .param("password", passwords.encode(password))
                .update();
    }

    @Transactional(readOnly = true)
    public List<Person> all() {
        return jdbc.sql("select user_name, name, roles from app.person order by name")
                .query(People::row)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<Person> find(String userName) {
        return jdbc.sql("select user_name, name, roles from app.person where user_name = ?")
                .param(userName)
                .query(People::row)
                .optional();
    }

    @Transactional(readOnly = true)
    public boolean hasAdministrator() {
        return all().stream().anyMatch(person -> person.roles().contains(Role.ADMIN));
    }

    @Override
    @Transactional(readOnly = true)
    public UserDetails loadUserByUsername(String userName) {
        return jdbc.sql("select user_name, roles, password from app.person where user_name = ?")
                .param(userName)
                .query((row, number) -> User.withUsername(row.getString("user_name"))
                        .password(row.getString("password"))
                        .authorities(roles(row).stream().map(Role::authority).toArray(String[]::new))
                        .build())
                .optional()
                .orElseThrow(() -> new UsernameNotFoundException("Nobody is called " + userName));
    }

    private static Person row(ResultSet row, int number) throws SQLException {
        return new Person(row.getString("user_name"), row.getString("name"), roles(row));
    }

    private static Set<Role> roles(ResultSet row) throws SQLException {
        return Arrays.stream(row.getString("roles").split(","))
                .map(Role::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }
}
