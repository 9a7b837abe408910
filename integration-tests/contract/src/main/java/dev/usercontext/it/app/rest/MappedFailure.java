package dev.usercontext.it.app.rest;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.io.Serial;

/** A failure that the application answers itself. */
public class MappedFailure extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  /** Answers 409. */
  @Provider
  public static class Mapper implements ExceptionMapper<MappedFailure> {
    @Override
    public Response toResponse(MappedFailure failure) {
      return Response.status(Response.Status.CONFLICT).entity("mapped").build();
    }
  }
}
