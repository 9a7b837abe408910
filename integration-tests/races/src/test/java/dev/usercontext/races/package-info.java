/**
 * What several threads of one request may see of its user. Each class with {@code @JCStressTest}
 * lists all that may come out; anything else fails.
 */
package dev.usercontext.races;
