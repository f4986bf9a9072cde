/** The debtor's page over HTTP. */
@NullMarked
package no.forfall.debtorpage.web;

import org.jspecify.annotations.NullMarked;
