/** Work on other threads, by the API of User Context. */
package dev.usercontext.it.app.scoped;
