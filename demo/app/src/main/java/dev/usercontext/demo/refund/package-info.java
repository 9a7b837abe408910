/** Messages: work for a user who is not there. */
package dev.usercontext.demo.refund;
