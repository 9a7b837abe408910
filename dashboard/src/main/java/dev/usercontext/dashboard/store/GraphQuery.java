package dev.usercontext.dashboard.store;

/**
 * The network.
 *
 * @param users how many users to show, those with the most calls; 0 to 1,000. Edges of the others
 *     are left out, what they call is not.
 */
public record GraphQuery(SpanFilter filter, int users) {}
