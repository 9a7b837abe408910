package dev.usercontext.it.app.failing;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;

/** Answers of which the caller gets a part. */
@Path("{zone: open|secured}/partly")
@Produces(MediaType.APPLICATION_OCTET_STREAM)
public class PartialAnswerResource {

  @Inject Chunks chunks;

  @GET
  @Path("broken-off")
  public StreamingOutput breakOff() {
    return chunks::breakOff;
  }

  @GET
  @Path("aborted")
  public StreamingOutput writeUntilAborted() {
    return chunks::writeUntilAborted;
  }
}
