package no.forfall.identity;

import java.util.Set;

/**
 * Someone who works with Forfall.
 *
 * @param userName what they sign in with; small letters, digits, dots and hyphens
 * @param name how they are called on a screen
 */
public record Person(String userName, String name, Set<Role> roles) {}
