/** {@code @UserAttributed} together with Jakarta Concurrency's {@code @Asynchronous}. */
package dev.usercontext.it.app.handedon;
