package dev.usercontext.dashboard.pages;

import dev.usercontext.dashboard.query.InvalidQueryException;
import dev.usercontext.dashboard.store.StoreException;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Failures as people and as machines read them: a page, or JSON under {@code /api/}. */
public class ErrorPage {
  private static final Logger LOG = Logger.getLogger(ErrorPage.class);

  @Inject PageContext context;

  @ServerExceptionMapper
  Response invalid(InvalidQueryException e) {
    return answer(400, "That can’t be asked", e.getMessage());
  }

  @ServerExceptionMapper
  Response status(WebApplicationException e) {
    int status = e.getResponse().getStatus();
    if (status < 400) {
      return e.getResponse();
    }
    return switch (status) {
      case 403 -> answer(status, "Not allowed", e.getMessage());
      case 404 -> answer(status, "Not found", e.getMessage());
      default -> answer(status, "That didn’t work", e.getMessage());
    };
  }

  @ServerExceptionMapper
  Response store(StoreException e) {
    LOG.error(e.getMessage(), e);
    boolean cursor = e.code() == StoreException.Code.UCD008;
    return answer(cursor ? 400 : 503, "The store can’t answer", e.getMessage());
  }

  @ServerExceptionMapper
  Response unexpected(RuntimeException e) {
    LOG.error("UCD105: a page or an answer failed", e);
    return answer(500, "Something is broken", "The log of the dashboard says what.");
  }

  private Response answer(int status, String title, String message) {
    if (context.api()) {
      return Response.status(status)
          .type(MediaType.APPLICATION_JSON)
          .entity(Map.of("error", message == null ? title : message))
          .build();
    }
    Map<String, Object> data = context.failed(title);
    data.put("title", title);
    data.put("message", message == null ? "" : message);
    return context.render(status, "error", data);
  }
}
