/** The way in for Jakarta REST requests that no servlet filter saw: Quarkus REST. */
@NullMarked
package dev.usercontext.internal.jaxrs;

import org.jspecify.annotations.NullMarked;
