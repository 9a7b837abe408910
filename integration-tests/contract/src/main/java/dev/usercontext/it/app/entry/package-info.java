/**
 * What comes into the application other than as a request: sockets, messages, timers, jobs. Their
 * work is the same everywhere, and so is how a request starts them and waits for them.
 */
package dev.usercontext.it.app.entry;
