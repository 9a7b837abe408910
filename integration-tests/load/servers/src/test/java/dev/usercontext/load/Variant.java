package dev.usercontext.load;

/** What one server of a turn has that the others have not. */
enum Variant {
  WITHOUT("without the jar"),
  /** What the machine alone makes of two that are the same. */
  AGAIN("without the jar, once more"),
  /** The attributes that the jar writes, by a processor that does nothing else. */
  BY_HAND("without it, the same attributes by hand"),
  WITH("with the jar"),
  /** Quarkus's own EndUserSpanProcessor, which writes enduser.id and enduser.role. */
  END_USER("without it, with Quarkus's EndUserSpanProcessor");

  private final String title;

  Variant(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  boolean hasLibrary() {
    return this == WITH;
  }

  boolean isByHand() {
    return this == BY_HAND;
  }

  /** Under the names of the library. */
  boolean writesUser() {
    return hasLibrary() || isByHand();
  }
}
