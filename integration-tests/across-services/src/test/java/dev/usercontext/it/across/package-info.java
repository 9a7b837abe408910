/** Two services on two runtimes, and one user. */
package dev.usercontext.it.across;
