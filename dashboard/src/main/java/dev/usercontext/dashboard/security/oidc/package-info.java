/** Logins of people whom an OpenID provider knows. */
@NullMarked
package dev.usercontext.dashboard.security.oidc;

import org.jspecify.annotations.NullMarked;
