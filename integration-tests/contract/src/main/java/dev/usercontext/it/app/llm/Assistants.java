package dev.usercontext.it.app.llm;

import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.TokenStream;
import dev.usercontext.it.app.work.Spans;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** An AI service with a tool, which the model asks for before it answers. */
@ApplicationScoped
public class Assistants {

  @Inject Spans spans;

  String ask(StreamingChatModel model) throws Exception {
    Assistant assistant =
        AiServices.builder(Assistant.class)
            .streamingChatModel(model)
            .tools(new Weather(spans))
            .build();
    AtomicBoolean begun = new AtomicBoolean();
    CompletableFuture<String> answer = new CompletableFuture<>();
    assistant
        .chat("what is the weather like?")
        .onPartialResponse(
            token -> {
              if (begun.compareAndSet(false, true)) {
                spans.leaf("first-token");
              }
            })
        .onCompleteResponse(
            response -> {
              spans.leaf("last-token");
              answer.complete(response.aiMessage().text());
            })
        .onError(answer::completeExceptionally)
        .start();
    return answer.get(20, TimeUnit.SECONDS);
  }

  /** What LangChain4j implements. */
  public interface Assistant {
    TokenStream chat(String question);
  }

  /** A tool of the model. */
  public record Weather(Spans spans) {

    @Tool("the weather of today")
    public String weather() {
      spans.leaf("tool");
      return "sunny";
    }
  }
}
