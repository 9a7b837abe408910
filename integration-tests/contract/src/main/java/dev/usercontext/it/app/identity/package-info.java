/** Whom it works for, by its own word, and what it says of that. */
package dev.usercontext.it.app.identity;
