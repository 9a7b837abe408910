/**
 * What configuration takes of an identity: claims, container attributes, trusted headers, roles.
 */
@NullMarked
package dev.usercontext.internal.claims;

import org.jspecify.annotations.NullMarked;
