/** {@code @UserAttributed} as an application uses it, on Weld. */
package dev.usercontext.attributed;
