/** That the documentation says what the code says, and that its links lead somewhere. */
package dev.usercontext.docs;
