package dev.usercontext.it.app.identity;

import dev.usercontext.UserAttributed;
import dev.usercontext.UserId;
import dev.usercontext.it.app.work.Spans;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Works for whoever is named. */
@ApplicationScoped
public class Letters {

  @Inject Spans spans;

  @UserAttributed
  public void send(@UserId String reader) {
    spans.leaf("sent");
  }
}
