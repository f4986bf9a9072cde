/** The page of the webhooks and their interface for programs. */
@NullMarked
package no.forfall.webhooks.web;

import org.jspecify.annotations.NullMarked;
