/** The page and its endpoint. */
package dev.usercontext.demo.chat;
