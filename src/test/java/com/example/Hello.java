// docs: a resource of getting started
package com.example;

import dev.usercontext.UserContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

@Path("hello")
public class Hello {

  @Inject UserContext user;

  @GET
  public String hello() {
    return user.isPresent() ? "Hello " + user.userId() + "\n" : "Hello stranger\n";
  }
}
// docs: end
