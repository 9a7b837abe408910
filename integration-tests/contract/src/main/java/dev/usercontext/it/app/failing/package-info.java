/** What goes wrong in an application: with its callers, its upstreams and its own code. */
package dev.usercontext.it.app.failing;
