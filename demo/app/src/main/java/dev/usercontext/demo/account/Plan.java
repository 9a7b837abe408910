package dev.usercontext.demo.account;

/** What a customer pays for, and the model that answers for that. */
public enum Plan {
  FREE("gpt-4o-mini"),
  PRO("gpt-4.1-mini"),
  TEAM("gpt-4o");

  private final String model;

  Plan(String model) {
    this.model = model;
  }

  public String model() {
    return model;
  }
}
