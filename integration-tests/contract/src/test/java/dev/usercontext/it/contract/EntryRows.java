package dev.usercontext.it.contract;

/** What the rows of entries other than requests have in common. */
public final class EntryRows {

  /** The user of the calls whose parameter names one. */
  public static final ExpectedUser OF_PARAMETER = ExpectedUser.id("c-42");

  private static final ExpectedUser OF_SCOPE = ExpectedUser.id("c-43");

  private EntryRows() {}

  /** A request starts the entry by this action, and waits for it. */
  public static Row startedBy(String action, String name) {
    return Row.of(name, Entry.JAX_RS, "rest/{zone}/do/" + action).in(Group.STARTED).waits();
  }

  /** The work of an entry where the caller is known by itself. */
  public static Row known(Row row, String entry) {
    return work(row, entry).spans(ofCaller(entry));
  }

  /** The work of entries where nothing but the identity of their thread tells the caller. */
  public static Row knownByThread(Row row, String... entries) {
    for (String entry : entries) {
      known(row, entry).knownByThread(ofCaller(entry));
    }
    return row;
  }

  /** The work of an entry where nobody is known but whom the application names. */
  public static Row unknown(Row row, String entry) {
    return known(row, entry).ofNobody(ofCaller(entry));
  }

  private static String[] ofCaller(String entry) {
    return new String[] {entry, entry + "-child", entry + "-afterwards"};
  }

  private static Row work(Row row, String entry) {
    return row.span(entry + "-attributed", OF_PARAMETER)
        .span(entry + "-attributed-child", OF_PARAMETER)
        .span(entry + "-scoped", OF_SCOPE);
  }
}
