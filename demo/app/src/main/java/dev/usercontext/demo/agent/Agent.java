package dev.usercontext.demo.agent;

/** What LangChain4j implements: a question, and the answer of one agent. */
public interface Agent {
  String answer(String question);
}
