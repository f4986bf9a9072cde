/**
 * The engine's own web applications and REST interface know the people of the house: one sign-in, one list of users, and
 * an actor for whatever is done there.
 */
@NullMarked
package no.forfall.engine.signin;

import org.jspecify.annotations.NullMarked;
