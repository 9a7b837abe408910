/** MicroProfile Fault Tolerance. */
package dev.usercontext.it.app.tolerant;
