/** A language model of our own: the same answer, and the same count of tokens, each time. */
package dev.usercontext.demo.launcher.model;
