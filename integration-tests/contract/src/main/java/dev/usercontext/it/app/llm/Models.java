package dev.usercontext.it.app.llm;

import dev.langchain4j.http.client.jdk.JdkHttpClientBuilder;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** One model for all users, as applications have it. */
@ApplicationScoped
public class Models {

  private final Map<String, StreamingChatModel> byUrl = new ConcurrentHashMap<>();

  @Inject ModelSpans listener;

  /** As LangChain4j makes it. */
  StreamingChatModel plain(String url) {
    return byUrl.computeIfAbsent(url, this::create);
  }

  /** With the one wrapper. */
  StreamingChatModel attributed(String url) {
    return new AttributedModel(plain(url));
  }

  private StreamingChatModel create(String url) {
    return OpenAiStreamingChatModel.builder()
        .httpClientBuilder(new JdkHttpClientBuilder())
        .baseUrl(url)
        .apiKey("none")
        .modelName("test")
        .listeners(listener)
        .build();
  }
}
