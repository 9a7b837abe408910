/**
 * What every server must do, seen from outside: requests go in over HTTP, spans come out over OTLP.
 *
 * <p>{@link dev.usercontext.it.contract.UserContextContract} is the test; a runtime's module
 * extends it once for each deployment, with {@link dev.usercontext.it.contract.RuntimeFacts} for
 * what its server does differently. The rows are in {@link dev.usercontext.it.contract.UnawareRows}
 * and {@link dev.usercontext.it.contract.AttributedRows}, and those of what comes in other than as
 * a request in {@link dev.usercontext.it.contract.JakartaEntryRows} and {@link
 * dev.usercontext.it.contract.WebSocketRows}.
 */
package dev.usercontext.it.contract;
