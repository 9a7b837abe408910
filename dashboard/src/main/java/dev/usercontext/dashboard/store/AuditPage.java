package dev.usercontext.dashboard.store;

import dev.usercontext.dashboard.model.StoredSpan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some spans.
 *
 * @param next where the next page begins: letters, digits, "-" and "_"; null on the last page.
 *     Spans that arrive meanwhile neither repeat nor hide others.
 */
public record AuditPage(List<StoredSpan> spans, @Nullable String next) {}
