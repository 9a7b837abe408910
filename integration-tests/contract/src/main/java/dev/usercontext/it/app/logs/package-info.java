/** Work that is logged. */
package dev.usercontext.it.app.logs;
