package dev.usercontext.dashboard.store;

import dev.usercontext.dashboard.model.StoredSpan;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps spans and answers questions about them. Every engine gives the same answers on the same
 * spans.
 *
 * <p>All methods may be called on any thread, at once, and may block; writing does not wait for
 * reading. They throw {@link StoreException}, and nothing else that a caller could mend.
 */
public interface SpanStore extends AutoCloseable {

  /**
   * Stores spans; they are durable and can be seen once this returns. If it throws, none, some or
   * all of them are stored: the caller may write them again, as a span that is there already is
   * left as it is. Spans may come in any order, parents after their children.
   */
  WriteResult write(List<StoredSpan> spans);

  /**
   * Ends the wait of spans for the ones above them, of those that have waited two minutes: they get
   * their place in the network. Writing does so as well; this is for when nothing is written.
   */
  void settle();

  /** Sums over all spans that match. */
  Totals totals(SpanFilter filter);

  /** Users who have spans that match. */
  UserPage users(UserQuery query);

  /** One user, within the spans that match; empty if none does. */
  Optional<UserSummary> user(String id, SpanFilter filter);

  /** The spans that match, page by page. */
  AuditPage audit(AuditQuery query);

  /**
   * The first spans of a trace, in the order of their start and then of their ids; empty if there
   * are none. A trace may be larger than memory: who wants all of it asks page by page.
   *
   * @param traceId 32 hexadecimal digits
   * @param after the last span of the page before; null for the first page
   * @param limit 1 to 5000
   */
  List<StoredSpan> trace(String traceId, @Nullable StoredSpan after, int limit);

  /** What all spans of a trace come to; empty if there are none. */
  Optional<TraceSummary> traceSummary(String traceId);

  /**
   * One span.
   *
   * @param spanId 16 hexadecimal digits
   */
  Optional<StoredSpan> span(String traceId, String spanId);

  /** What the LLM calls that match cost. */
  CostSeries cost(CostQuery query);

  /** Who called whom in the spans that match. */
  Graph graph(GraphQuery query);

  /** How many of the spans that match have a user. */
  Coverage coverage(SpanFilter filter);

  /**
   * Keys of attributes that begin with {@code prefix}, the most frequent first; before them the one
   * that is {@code prefix}. A user's own are those of all spans that match, so that what a key
   * means does not change with what arrives; others may be those of the newest only.
   *
   * @param limit 1 to 100
   */
  List<Suggestion> keys(String prefix, SpanFilter filter, int limit);

  /**
   * Values of an attribute that begin with {@code prefix}, whatever its case, the most frequent
   * first. The keys may also be {@code user_id}, {@code user_email}, {@code service}, {@code
   * environment}, {@code model}, {@code agent}, {@code tool} and {@code name}.
   *
   * @param limit 1 to 100
   */
  List<Suggestion> values(String key, String prefix, SpanFilter filter, int limit);

  /**
   * All spans that match, the newest first, read while the stream is. The caller closes it. Spans
   * that arrive meanwhile may be missing.
   */
  Stream<StoredSpan> export(SpanFilter filter);

  /**
   * Erases the spans of a user from all that is stored; no file of the store holds them once this
   * returns. Writing waits meanwhile.
   *
   * @return how many spans
   */
  long eraseUser(String id);

  /**
   * Removes spans that began earlier.
   *
   * @return how many
   */
  long deleteBefore(Instant instant);

  /** What the store holds. */
  StoreStats stats();

  /** What was acknowledged stays. Later calls throw {@code UCD007}. */
  @Override
  void close();
}
