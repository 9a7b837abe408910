/**
 * What every server must do, seen from outside: requests go in over HTTP, spans come out over OTLP.
 *
 * <p>{@link dev.usercontext.it.contract.UserContextContract} is the test; a runtime's module
 * extends it once for each deployment, with {@link dev.usercontext.it.contract.RuntimeFacts} for
 * what its server does differently. The rows are in {@link dev.usercontext.it.contract.UnawareRows}
 * and {@link dev.usercontext.it.contract.AttributedRows}.
 */
package dev.usercontext.it.contract;
