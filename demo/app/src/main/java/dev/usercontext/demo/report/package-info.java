/** Jobs: work that goes on after the request. */
package dev.usercontext.demo.report;
