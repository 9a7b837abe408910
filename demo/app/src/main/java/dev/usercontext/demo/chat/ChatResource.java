package dev.usercontext.demo.chat;

import dev.usercontext.UserContext;
import dev.usercontext.demo.agent.Agents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The page, and what it asks. */
@Path("/")
@ApplicationScoped
public class ChatResource {

  @Inject UserContext user;
  @Inject Agents agents;

  @GET
  @Produces(MediaType.TEXT_HTML)
  public String page() throws IOException {
    try (InputStream page = ChatResource.class.getResourceAsStream("page.html")) {
      return new String(page.readAllBytes(), StandardCharsets.UTF_8)
          .replace("{user}", user.userId())
          .replace("{plan}", String.valueOf(user.attrs().get("plan")));
    }
  }

  @POST
  @Path("chat")
  @Consumes(MediaType.TEXT_PLAIN)
  @Produces(MediaType.TEXT_PLAIN)
  public String chat(String question) {
    return agents.concierge(question);
  }
}
