package dev.usercontext.dashboard.cost;

import org.jspecify.annotations.Nullable;

/**
 * The tokens of one call, as its span counts them; null is what it does not say.
 *
 * @param input the tokens sent, those of the cache among them
 * @param output the tokens that came back
 * @param cached the sent tokens that the provider had in its cache
 * @param written the sent tokens that the provider put into its cache
 */
public record Usage(
    @Nullable Long input, @Nullable Long output, @Nullable Long cached, @Nullable Long written) {

  boolean isUnknown() {
    return input == null && output == null;
  }
}
