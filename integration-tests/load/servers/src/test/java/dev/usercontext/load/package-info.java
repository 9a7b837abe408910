/** Whole servers under load, with the jar and without it. */
package dev.usercontext.load;
