/** What only Quarkus has. */
package dev.usercontext.demo.quarkus;
