/** What the demo's language model says. */
package dev.usercontext.demo.launcher.model;
