package dev.usercontext.dashboard.pages;

import dev.usercontext.dashboard.intake.Intake;
import dev.usercontext.dashboard.store.SpanStore;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How to send the first span. */
@Path("/welcome")
@Produces(MediaType.TEXT_HTML)
public class WelcomePage {
  @Inject SpanStore store;
  @Inject PageContext context;

  @Inject Intake intake;

  @ConfigProperty(name = "dashboard.otlp.token")
  Optional<String> token;

  @ConfigProperty(name = "dashboard.otlp.tls.certificate")
  Optional<String> certificate;

  @GET
  public Response welcome() {
    String host = context.host();
    String scheme = certificate.isPresent() ? "https://" : "http://";
    Map<String, Object> data = context.data("Send the first span", "/welcome");
    data.put("waiting", store.stats().spans() == 0);
    data.put("grpc", host + ":" + intake.grpcPort());
    data.put("http", host + ":" + intake.httpPort());
    data.put("grpcUrl", scheme + host + ":" + intake.grpcPort());
    data.put("httpUrl", scheme + host + ":" + intake.httpPort());
    data.put("token", token.isPresent());
    data.put("curl", curl(scheme + host + ":" + intake.httpPort()));
    return context.render("welcome", data);
  }

  private String curl(String url) {
    return "T=$(date +%s)\ncurl "
        + url
        + "/v1/traces -H 'Content-Type: application/json'"
        + (token.isPresent() ? " -H 'Authorization: Bearer YOUR_TOKEN'" : "")
        + " -d @- <<END\n"
        + "{\"resourceSpans\":[{\"resource\":{\"attributes\":[{\"key\":\"service.name\","
        + "\"value\":{\"stringValue\":\"shell\"}}]},\"scopeSpans\":[{\"spans\":[{\n"
        + " \"traceId\":\"$(openssl rand -hex 16)\",\"spanId\":\"$(openssl rand -hex 8)\","
        + "\"name\":\"chat\",\"kind\":3,\n"
        + " \"startTimeUnixNano\":\"${T}000000000\",\"endTimeUnixNano\":\"${T}900000000\","
        + "\"attributes\":[\n"
        + "  {\"key\":\"user_id\",\"value\":{\"stringValue\":\"ada\"}},\n"
        + "  {\"key\":\"gen_ai.request.model\",\"value\":{\"stringValue\":\"gpt-4o\"}},\n"
        + "  {\"key\":\"gen_ai.usage.input_tokens\",\"value\":{\"intValue\":\"1200\"}},\n"
        + "  {\"key\":\"gen_ai.usage.output_tokens\",\"value\":{\"intValue\":\"340\"}}\n"
        + "]}]}]}]}\nEND";
  }
}
