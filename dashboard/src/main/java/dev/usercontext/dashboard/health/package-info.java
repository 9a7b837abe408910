/** Whether the dashboard works, and what it does: {@code /q/health} and {@code /q/metrics}. */
@NullMarked
package dev.usercontext.dashboard.health;

import org.jspecify.annotations.NullMarked;
