package dev.usercontext.it.app.attributed;

import dev.usercontext.UserAttributed;
import dev.usercontext.it.app.work.Spans;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Attributed as a whole. */
@ApplicationScoped
@UserAttributed(attrs = "feature=search")
public class AttributedClass {

  @Inject Spans spans;

  public void find() {
    spans.leaf("find");
  }

  /** The annotation of a method replaces the one of its class. */
  @UserAttributed
  public void list() {
    spans.leaf("list");
  }
}
