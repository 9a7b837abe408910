package dev.usercontext.it.app.login;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;

/** Logs in and out in a resource, whose server span is open all the while. */
@Path("open/login")
public class LoginResource {

  @Inject MidRequestLogin login;

  @GET
  public String login(@Context HttpServletRequest request) throws ServletException {
    return login.run(request);
  }
}
