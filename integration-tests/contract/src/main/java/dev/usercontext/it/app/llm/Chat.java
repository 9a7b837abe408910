package dev.usercontext.it.app.llm;

import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.usercontext.it.app.work.Spans;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Asks a model and takes the answer as it comes, with a span for its beginning and its end. */
@ApplicationScoped
public class Chat {

  @Inject Spans spans;

  String ask(StreamingChatModel model) throws Exception {
    CompletableFuture<String> answer = new CompletableFuture<>();
    ChatRequest question = ChatRequest.builder().messages(UserMessage.from("hello")).build();
    model.chat(question, new Handler(answer));
    return answer.get(20, TimeUnit.SECONDS);
  }

  private final class Handler implements StreamingChatResponseHandler {
    private final CompletableFuture<String> answer;
    private final AtomicBoolean begun = new AtomicBoolean();

    Handler(CompletableFuture<String> answer) {
      this.answer = answer;
    }

    @Override
    public void onPartialResponse(String token) {
      if (begun.compareAndSet(false, true)) {
        spans.leaf("first-token");
      }
    }

    @Override
    public void onCompleteResponse(ChatResponse response) {
      spans.leaf("last-token");
      answer.complete(response.aiMessage().text());
    }

    @Override
    public void onError(Throwable error) {
      answer.completeExceptionally(error);
    }
  }
}
