package dev.usercontext.demo.agent;

import dev.langchain4j.http.client.jdk.JdkHttpClientBuilder;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.usercontext.UserContext;
import dev.usercontext.demo.account.Plan;
import dev.usercontext.demo.telemetry.ModelSpans;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The language models, one for each plan, shared by all users. */
@ApplicationScoped
public class Models {

  @Inject ModelSpans spans;

  @Inject
  @ConfigProperty(name = "demo.model.url")
  String url;

  @Inject
  @ConfigProperty(name = "demo.model.key")
  String key;

  @Inject
  @ConfigProperty(name = "demo.model.name")
  Optional<String> name;

  private final Map<String, ChatModel> models = new ConcurrentHashMap<>();

  /** The model of the plan of whoever is in effect here: in a request, a job or a message. */
  ChatModel ofUser() {
    Plan plan =
        UserContext.current()
            .map(user -> user.attrs().get("plan"))
            .map(text -> Plan.valueOf(text.toString().toUpperCase(Locale.ROOT)))
            .orElse(Plan.FREE);
    return models.computeIfAbsent(name.orElse(plan.model()), this::create);
  }

  private ChatModel create(String model) {
    return OpenAiChatModel.builder()
        .httpClientBuilder(new JdkHttpClientBuilder())
        .baseUrl(url)
        .apiKey(key)
        .modelName(model)
        .listeners(spans)
        .build();
  }
}
