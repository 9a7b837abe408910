package dev.usercontext.benchmarks;

/** What is in front of a servlet that does nothing. */
public enum RequestWay {
  WITHOUT("without the library", false, false),
  ANONYMOUS("anonymous request", true, false),
  LOGGED_IN("request of a user", true, true),
  PSEUDONYM("request of a user, pseudonyms on", true, true);

  private final String title;
  private final boolean library;
  private final boolean user;

  RequestWay(String title, boolean library, boolean user) {
    this.title = title;
    this.library = library;
    this.user = user;
  }

  String title() {
    return title;
  }

  boolean hasLibrary() {
    return library;
  }

  boolean hasUser() {
    return user;
  }
}
