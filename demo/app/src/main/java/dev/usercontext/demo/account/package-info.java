/** Who the users are. */
package dev.usercontext.demo.account;
