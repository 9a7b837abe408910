package dev.usercontext.dashboard.store;

import java.util.List;
import java.util.Map;

/**
 * What is known about one user within the spans that were asked for.
 *
 * @param models by cost, the dearest first; likewise agents and services
 * @param attributes the user's own, {@code user_attrs.plan} as {@code plan}: the last value of each
 * @param traces the newest 20
 */
public record UserSummary(
    UserRow user,
    List<NamedTotals> models,
    List<NamedTotals> agents,
    List<NamedTotals> services,
    Map<String, Object> attributes,
    List<TraceRow> traces) {}
