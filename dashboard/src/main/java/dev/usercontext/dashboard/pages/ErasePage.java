package dev.usercontext.dashboard.pages;

import dev.usercontext.dashboard.query.InvalidQueryException;
import dev.usercontext.dashboard.security.ActionLog;
import dev.usercontext.dashboard.store.SpanFilter;
import dev.usercontext.dashboard.store.SpanStore;
import dev.usercontext.dashboard.store.TimeRange;
import dev.usercontext.dashboard.web.Queries;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/**
 * Erases a user, once its id has been typed again. Nothing is stripped: {@code "ada "} may be
 * another user than {@code "ada"}.
 */
@Path("/erase")
@Produces(MediaType.TEXT_HTML)
public class ErasePage {
  @Inject SpanStore store;
  @Inject PageContext context;
  @Inject ActionLog actions;

  @GET
  public Response ask() {
    allowed();
    return page(Queries.required(context.params(), "id"), false);
  }

  /**
   * Erases.
   *
   * @param id from the address: in a field of the form, the browser would change its line breaks
   * @param confirmed the id, or how it is spelled where some of it can't be typed
   */
  @POST
  public Response erase(
      @QueryParam("id") @DefaultValue("") String id,
      @FormParam("confirm") @DefaultValue("") String confirmed) {
    allowed();
    if (id.isBlank()) {
      throw new InvalidQueryException("id is missing");
    }
    if (!confirmed.equals(id) && !confirmed.equals(Spelling.of(id))) {
      return page(id, true);
    }
    long erased = store.eraseUser(id);
    actions.erased(context.access(), erased);
    Map<String, Object> data = context.data("Erased", "/erase");
    data.put("id", id);
    data.put("done", true);
    data.put("erased", erased);
    return context.render("erase", data);
  }

  private Response page(String id, boolean wrong) {
    Map<String, Object> data = context.data("Erase", "/erase");
    data.put("id", id);
    data.put("done", false);
    data.put("wrong", wrong);
    SpanFilter all = SpanFilter.builder(TimeRange.ALL).user(id).build();
    data.put("spans", store.totals(all).spans());
    return context.render("erase", data);
  }

  private void allowed() {
    if (!context.access().mayErase()) {
      throw new ForbiddenException("Only admin may erase.");
    }
  }
}
