/** What another service calls. */
package dev.usercontext.it.app.across;
