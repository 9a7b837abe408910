/** Servlets that answer later than they return. */
package dev.usercontext.it.app.asyncservlet;
