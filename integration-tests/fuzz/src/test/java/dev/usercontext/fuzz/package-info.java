/** What anybody may send, thought up by Jazzer. */
package dev.usercontext.fuzz;
