package dev.usercontext.demo.report;

import dev.usercontext.UserContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Orders a report, which is not there yet when this answers; and hands it out. */
@Path("/report")
@ApplicationScoped
public class ReportResource {

  @Inject UserContext user;
  @Inject Reports reports;

  @POST
  public Response order() {
    reports.write(user.userId());
    return Response.accepted().build();
  }

  @GET
  @Produces(MediaType.TEXT_PLAIN)
  public Response read() {
    return reports.find(user.userId()).map(Response::ok).orElseGet(Response::noContent).build();
  }
}
