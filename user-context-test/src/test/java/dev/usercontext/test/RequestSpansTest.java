package dev.usercontext.test;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.trace.Span;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RequestSpansTest {

  private static final Duration SOON = Duration.ofMillis(100);

  private final Application application = new Application();
  private final TracedRequest request = TracedRequest.create();

  @AfterEach
  void close() {
    application.close();
  }

  @Test
  void passesWhereEverySpanHasTheUser() {
    serve("alice", "alice");
    assertThatCode(() -> everySpan().belongsTo("alice")).doesNotThrowAnyException();
    assertThatCode(() -> everySpan().belongsTo(SpanUser.id("alice"))).doesNotThrowAnyException();
  }

  @Test
  void passesWhereNoSpanHasAUser() {
    serve(null, null);
    assertThatCode(() -> everySpan().belongsToNobody()).doesNotThrowAnyException();
  }

  @Test
  void namesASpanOfAnotherUserAndSaysThatItIsALeak() {
    serve("alice", "bob");
    assertThatThrownBy(() -> everySpan().belongsTo("alice"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("1 of 2 spans")
        .hasMessageContaining("WRONG USER INTERNAL find: expected alice, found bob")
        .hasMessageContaining("trace " + request.traceId())
        .hasMessageContaining("is a leak")
        .message()
        .doesNotContain("GET /orders");
  }

  @Test
  void namesASpanWithoutItsUserAndSaysThatItsThreadLostIt() {
    serve("alice", null);
    assertThatThrownBy(() -> everySpan().belongsTo("alice"))
        .hasMessageContaining("NO USER    INTERNAL find: expected alice, found nobody")
        .hasMessageContaining("does not carry the context");
  }

  @Test
  void saysThatTheLibraryMayNotBeThereWhereNoSpanHasItsUser() {
    serve(null, null);
    assertThatThrownBy(() -> everySpan().belongsTo("alice"))
        .hasMessageContaining("2 of 2 spans")
        .hasMessageContaining("the library is not in this deployment");
  }

  @Test
  void takesAUserWhereNobodyMustBeForALeak() {
    serve(null, "bob");
    assertThatThrownBy(() -> everySpan().belongsToNobody())
        .hasMessageContaining("WRONG USER INTERNAL find: expected nobody, found bob")
        .hasMessageContaining("is a leak");
  }

  @Test
  void comparesEmailAndAttributesWhereTheyAreSaid() {
    Span server = application.receive(request, "alice");
    server.setAttribute("user_email", "alice@example.com").setAttribute("user_attrs.items", 3);
    server.end();
    SpanUser alice = SpanUser.id("alice").email("alice@example.com").attr("items", 3);
    assertThatCode(() -> everySpan().belongsTo("alice")).doesNotThrowAnyException();
    assertThatCode(() -> everySpan().belongsTo(alice)).doesNotThrowAnyException();
    assertThatThrownBy(() -> everySpan().belongsTo(alice.attr("items", 4)))
        .hasMessageContaining(
            "expected alice <alice@example.com> {items=4}, found alice <alice@example.com> {items=3}");
    assertThatThrownBy(() -> everySpan().belongsTo(SpanUser.id("alice")))
        .hasMessageContaining("expected alice, found alice <alice@example.com> {items=3}");
  }

  @Test
  void waitsForTheParentOfASpan() {
    Span server = application.receive(request, "alice");
    Span late = application.child("late", server, "bob");
    application.child("early", late, "alice").end();
    server.end();
    CompletableFuture<Void> assertion = assertLater(everySpan());
    late.end();
    assertThatThrownBy(assertion::join).hasMessageContaining("INTERNAL late: expected alice");
  }

  @Test
  void waitsForASpanWhoseNameIsSaid() {
    Span server = application.receive(request, "alice");
    server.end();
    CompletableFuture<Void> assertion = assertLater(everySpan().including("after the answer"));
    application.child("after the answer", server, null).end();
    assertThatThrownBy(assertion::join).hasMessageContaining("after the answer: expected alice");
  }

  @Test
  void saysWhatIsMissingAtTheDeadline() {
    assertThatThrownBy(() -> everySpan().within(SOON).belongsTo("alice"))
        .hasMessageContaining("none came");
    Span server = application.receive(request, "alice");
    Span open = application.child("open", server, "alice");
    application.child("leaf", open, "alice").end();
    assertThatThrownBy(() -> everySpan().within(SOON).including("never").belongsTo("alice"))
        .hasMessageContaining("the span that the request began with is missing")
        .hasMessageContaining("the parent of leaf")
        .hasMessageContaining("never is missing")
        .hasMessageContaining("there are [INTERNAL leaf]");
  }

  @Test
  void looksAtNoOtherRequest() {
    serve("alice", "alice");
    TracedRequest another = TracedRequest.create();
    application.receive(another, "bob").end();
    assertThatCode(() -> everySpan().belongsTo("alice")).doesNotThrowAnyException();
    assertThatCode(() -> application.log().everySpanOf(another).belongsTo("bob"))
        .doesNotThrowAnyException();
  }

  private void serve(String user, String userOfChild) {
    Span server = application.receive(request, user);
    application.child("find", server, userOfChild).end();
    server.end();
  }

  private RequestSpans everySpan() {
    return application.log().everySpanOf(request).quietFor(Duration.ofMillis(20));
  }

  private static CompletableFuture<Void> assertLater(RequestSpans spans) {
    return CompletableFuture.runAsync(() -> spans.belongsTo("alice"));
  }
}
