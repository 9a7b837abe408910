/** MicroProfile Context Propagation: its executor and its wrappers. */
package dev.usercontext.it.app.propagation;
