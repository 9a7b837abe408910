/**
 * What a request can be asked to do. Like everything under {@code app}, but for {@code
 * app.attributed} and {@code app.entry}, it knows nothing of User Context.
 */
package dev.usercontext.it.app.work;
