/** Logs its caller out and somebody else in, by the request that CDI injects. */
package dev.usercontext.it.app.relogin;
