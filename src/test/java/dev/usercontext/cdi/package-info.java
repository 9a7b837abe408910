/** What an application sees that has beans: apart from our packages, as its own classes are. */
package dev.usercontext.cdi;
