package dev.usercontext.it.contract;

import dev.usercontext.it.contract.ExpectedSpan.Trace;
import dev.usercontext.test.ReceivedSpan;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * One request and what must come of it. In the path, {@code {zone}} is the protected zone for a
 * user and the open one for nobody; both answer alike.
 */
public final class Row {

  private final String name;
  private final Entry entry;
  private final Request request;
  private final Set<Feature> needs = EnumSet.noneOf(Feature.class);
  private final List<ExpectedSpan> spans = new ArrayList<>();
  private Group group;
  private boolean serverSpan = true;
  private UnaryOperator<ExpectedUser> seenAs = UnaryOperator.identity();
  private UnaryOperator<ExpectedUser> serverSpanUser = UnaryOperator.identity();
  private boolean freshThreads;
  private boolean worksOnAfterwards;
  private boolean onOtherThread;
  private boolean waiting;
  private final Set<String> knownByThread = new HashSet<>();
  private final Set<String> afterLeaving = new HashSet<>();
  private final Set<String> ofMessages = new HashSet<>();
  private int status = 200;
  private String body = "";
  private Row anonymously;
  private Exchange exchange = AppClient::get;

  private Row(String name, Entry entry, String path) {
    this.name = name;
    this.entry = entry;
    this.group = Group.of(entry);
    this.request = new Request(path);
    if (entry == Entry.SERVLET) {
      needs.add(Feature.SERVLET);
    }
  }

  public static Row of(String name, Entry entry, String path) {
    return new Row(name, entry, path);
  }

  /** A conversation over a WebSocket, in which the user says this. */
  public static Row conversation(String name, String path, String... texts) {
    Row row = new Row(name, Entry.WEB_SOCKET, path);
    List<String> said = List.of(texts);
    row.exchange = (client, target, caller) -> client.talk(target, caller, said);
    return row.answers(Conversation.SWITCHED);
  }

  /** Takes back what {@link #anonymously} said. */
  public Row alikeForNobody() {
    anonymously = null;
    return this;
  }

  /** The same row of an application that is deployed below this path. */
  public Row under(String root) {
    request.under(root);
    if (anonymously != null) {
      anonymously.under(root);
    }
    return this;
  }

  /** Sends the user to this zone instead of the protected one. */
  public Row zone(String userZone) {
    request.zone(userZone);
    return this;
  }

  /** Sends the user to the open zone without credentials; the application logs the user in. */
  public Row logsIn() {
    request.logsIn();
    return this;
  }

  /** The user sends a wrong password: the spans, where there are any, have nobody. */
  public Row refused() {
    request.refused();
    return answers(401);
  }

  /** The caller reads the first byte of the answer, and hangs up. */
  public Row cutShort() {
    exchange = AppClient::getFirstByte;
    return this;
  }

  /** The application breaks the answer off, and the caller is there until then. */
  public Row brokenOff() {
    exchange = AppClient::getUntilBrokenOff;
    return this;
  }

  /** The caller hangs up while the application works on it. */
  public Row left() {
    exchange = AppClient::leaveMeanwhile;
    return this;
  }

  public Row needs(Feature feature) {
    needs.add(feature);
    return this;
  }

  public Row answers(int expected) {
    status = expected;
    return this;
  }

  /** What the body contains; {@code {user}} stands for the name of the caller. */
  public Row answers(String expected) {
    body = expected;
    return this;
  }

  /** Spans that must be there, with the user of the request. */
  public Row spans(String... names) {
    for (String span : names) {
      span(span, UnaryOperator.identity());
    }
    return this;
  }

  /** A span that must be there, with another user. */
  public Row span(String span, ExpectedUser user) {
    return span(span, ignored -> user);
  }

  /** A span that must be there, with a user that depends on the one of the request. */
  public Row span(String span, UnaryOperator<ExpectedUser> user) {
    spans.add(new ExpectedSpan(span, user));
    return this;
  }

  /** Spans that must be there, on threads that as a rule know nobody; never with another user. */
  public Row spansOfNobodyAsARule(String... names) {
    for (String span : names) {
      spans.add(ExpectedSpan.unsure(span));
    }
    return this;
  }

  /** What the spans say of the user, in an application that knows other things than others do. */
  public Row seenAs(UnaryOperator<ExpectedUser> user) {
    seenAs = user;
    if (anonymously != null) {
      anonymously.seenAs(user);
    }
    return this;
  }

  /** The user of the server span, where there is one. */
  public Row serverSpan(UnaryOperator<ExpectedUser> user) {
    serverSpanUser = user;
    return this;
  }

  /** The same spans, and none of them has a user. */
  public Row withoutUsers() {
    return withUsersOnlyOn().serverSpan(ignored -> ExpectedUser.NOBODY);
  }

  /** The same spans, and of those with a name only these have their user. */
  public Row withUsersOnlyOn(String... names) {
    List<String> attributed = List.of(names);
    spans.replaceAll(span -> attributed.contains(span.label()) ? span : span.ofNobody());
    return this;
  }

  /** The same spans, and these of them have nobody. */
  public Row withoutUsersOn(String... names) {
    List<String> unattributed = List.of(names);
    spans.replaceAll(span -> unattributed.contains(span.label()) ? span.ofNobody() : span);
    return this;
  }

  /** These spans have this user, whoever sends the request. */
  public Row usersOn(ExpectedUser user, String... names) {
    List<String> attributed = List.of(names);
    spans.replaceAll(span -> attributed.contains(span.label()) ? span.of(user) : span);
    return this;
  }

  /** All spans so far are in the trace of the request's own thread. */
  public Row inTraceOfRequest() {
    spans.replaceAll(span -> span.in(Trace.OF_REQUEST));
    return this;
  }

  /** These spans are in another trace than the request's own thread. */
  public Row inOtherTrace(String... names) {
    List<String> other = List.of(names);
    spans.replaceAll(span -> other.contains(span.label()) ? span.in(Trace.OTHER) : span);
    return this;
  }

  /** Only chance says whether these spans are in the trace of the request's own thread. */
  public Row inEitherTrace(String... names) {
    List<String> either = List.of(names);
    spans.replaceAll(span -> either.contains(span.label()) ? span.in(Trace.EITHER) : span);
    return this;
  }

  /** Sends this text, where other rows send nothing. */
  public Row posts(String text) {
    exchange = (client, target, caller) -> client.post(target, caller, text);
    return this;
  }

  /** Its tasks run on threads that no later request can come to again. */
  public Row onFreshThreads() {
    freshThreads = true;
    return this;
  }

  /** Its task runs on another thread than the one that asks for it, and waits. */
  public Row onOtherThread() {
    onOtherThread = true;
    return waits();
  }

  /** Some of its spans start only once the caller has the answer, and says so. */
  public Row worksOnAfterwards() {
    worksOnAfterwards = true;
    return waits();
  }

  /** It keeps a thread while it waits for what may need another one of the same pool. */
  public Row waits() {
    waiting = true;
    return this;
  }

  /**
   * All that says whose these spans are is the identity of their thread: nobody, once its user was
   * in a scope of somebody else.
   */
  public Row knownByThread(String... names) {
    knownByThread.addAll(List.of(names));
    return this;
  }

  /**
   * These begin once the caller has left. On a busy server its request may be over by then, and
   * nothing is left that says whose it was.
   */
  public Row afterLeaving(String... names) {
    afterLeaving.addAll(List.of(names));
    return spans(names);
  }

  /**
   * These are of messages: all that says whose they are is that the request has not ended, as it
   * may when its caller leaves.
   */
  public Row ofMessages(String... names) {
    ofMessages.addAll(List.of(names));
    return this;
  }

  /** The same spans, and these have nobody. */
  public Row ofNobody(String... names) {
    List<String> unknown = List.of(names);
    spans.replaceAll(span -> unknown.contains(span.label()) ? span.ofNobody() : span);
    return this;
  }

  /** The server makes none here, although it does for other requests of this entry. */
  public Row withoutServerSpan() {
    serverSpan = false;
    return this;
  }

  /** What the same request comes to when nobody sends it; unless said, the same. */
  public Row anonymously(Row other) {
    anonymously = other;
    return this;
  }

  public Row clientSpan() {
    return spans(ExpectedSpan.CLIENT);
  }

  /** The server does not export the span of the call. */
  public Row withoutClientSpan() {
    return withoutSpan(ExpectedSpan.CLIENT);
  }

  public Row withoutSpan(String span) {
    spans.removeIf(expected -> expected.label().equals(span));
    return this;
  }

  /** What other rows it belongs to in the documentation; unless said, by its entry. */
  public Row in(Group other) {
    group = other;
    return this;
  }

  public String name() {
    return name;
  }

  Group group() {
    return group;
  }

  Row anonymously() {
    return anonymously == null ? this : anonymously;
  }

  boolean hasServerSpan() {
    return serverSpan;
  }

  UnaryOperator<ExpectedUser> serverSpanUser() {
    return serverSpanUser;
  }

  Entry entry() {
    return entry;
  }

  Set<Feature> needs() {
    return needs;
  }

  int status() {
    return status;
  }

  String body(Caller caller) {
    return body.replace("{user}", caller.name());
  }

  List<ExpectedSpan> spans() {
    return spans;
  }

  /** The user of every span of which the row says nothing else. */
  ExpectedUser user(Caller caller) {
    return seenAs.apply(request.user(caller));
  }

  Answer send(AppClient client, Caller caller) {
    return exchange.with(client, path(caller), sender(caller));
  }

  String path(Caller caller) {
    return request.path(caller);
  }

  Caller sender(Caller caller) {
    return request.sender(caller);
  }

  boolean hasFreshThreads() {
    return freshThreads;
  }

  boolean isOnOtherThread() {
    return onOtherThread;
  }

  boolean isWaiting() {
    return waiting;
  }

  boolean isKnownByThread(ReceivedSpan span) {
    return knownByThread.contains(span.name());
  }

  boolean isAfterLeaving(ReceivedSpan span) {
    return afterLeaving.contains(span.name());
  }

  boolean isOfMessage(ReceivedSpan span) {
    return ofMessages.contains(span.name());
  }

  boolean isWorkingAfterwards() {
    return worksOnAfterwards;
  }

  /** How the user and the application talk. */
  @FunctionalInterface
  private interface Exchange {
    Answer with(AppClient client, String path, Caller caller);
  }

  @Override
  public String toString() {
    return name;
  }
}
