package dev.usercontext.it.contract;

import static dev.usercontext.it.contract.Entry.JAX_RS;
import static dev.usercontext.it.contract.Entry.SERVLET;

import java.util.List;
import java.util.stream.Stream;

/**
 * The rows of an application that streams the answers of a language model through LangChain4j: they
 * come on threads of its HTTP client, where without the one wrapper nobody is known.
 */
public final class LanguageModelRows {

  private static final String ANSWER = "hello from the model";

  private LanguageModelRows() {}

  public static List<Row> all() {
    return Stream.of(JAX_RS, SERVLET).flatMap(LanguageModelRows::of).toList();
  }

  private static Stream<Row> of(Entry entry) {
    return Stream.of(
        row("streaming chat", entry, "llm-chat")
            .spans("model-call")
            .spansOfNobodyAsARule("first-token", "last-token"),
        row("streaming chat, wrapped", entry, "llm-chat-attributed")
            .spans("model-call", "first-token", "last-token"),
        // The second call, with what the tool has said, is made on a thread of the client.
        row("AI service with a tool", entry, "llm-assistant")
            .spans("model-call")
            .spansOfNobodyAsARule("tool", "second-model-call", "first-token", "last-token"),
        row("AI service with a tool, wrapped", entry, "llm-assistant-attributed")
            .spans("model-call", "tool", "second-model-call", "first-token", "last-token"));
  }

  /** Each request has a client of its own, and that its threads. */
  private static Row row(String name, Entry entry, String action) {
    Row row =
        entry == JAX_RS
            ? Row.of(name, JAX_RS, "rest/{zone}/do/" + action)
            : Row.of(name + ", in a servlet", SERVLET, "servlet/{zone}/do/" + action);
    return row.answers(ANSWER).onFreshThreads();
  }
}
