/** Keeps something for its caller between two requests. */
package dev.usercontext.it.app.session;
