/** The part of the application that uses the API of User Context. */
package dev.usercontext.it.app.attributed;
