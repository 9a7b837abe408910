/** Work on other threads than the one of the request, with nothing but Java, CDI and JAX-RS. */
package dev.usercontext.it.app.async;
