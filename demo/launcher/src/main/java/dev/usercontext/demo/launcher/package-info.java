/** One command: the dashboard, the application, its language model and its users. */
package dev.usercontext.demo.launcher;
