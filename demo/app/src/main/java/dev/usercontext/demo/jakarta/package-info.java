/** What only WildFly and Open Liberty have. */
package dev.usercontext.demo.jakarta;
