/** What the tests share: telemetry in memory, what a span carries, captured log, small stubs. */
package dev.usercontext.testkit;
