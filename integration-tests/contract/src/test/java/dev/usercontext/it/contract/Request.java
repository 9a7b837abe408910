package dev.usercontext.it.contract;

/** What a row sends, and as whom. */
final class Request {

  private String path;
  private String zone = "secured";
  private boolean logsIn;
  private boolean refused;

  Request(String path) {
    this.path = path;
  }

  void under(String root) {
    path = root + '/' + path;
  }

  void zone(String userZone) {
    zone = userZone;
  }

  void logsIn() {
    logsIn = true;
    zone("open");
  }

  void refused() {
    refused = true;
  }

  ExpectedUser user(Caller caller) {
    return refused ? ExpectedUser.NOBODY : caller.user();
  }

  Caller sender(Caller caller) {
    if (logsIn) {
      return Caller.ANONYMOUS;
    }
    return refused ? caller.withWrongSecret() : caller;
  }

  String path(Caller caller) {
    StringBuilder target = new StringBuilder(path.replace("{zone}", zone(caller)));
    target.append("?upstream=").append(Upstream.shared().url());
    target.append("&unreachable=").append(Upstream.shared().unreachableUrl());
    target.append("&llm=").append(LanguageModel.shared().url());
    if (logsIn && !caller.isAnonymous()) {
      target.append("&user=").append(caller.name());
      target.append("&password=").append(Caller.password(caller.name()));
    }
    return target.toString();
  }

  private String zone(Caller caller) {
    return caller.isAnonymous() ? "open" : zone;
  }
}
