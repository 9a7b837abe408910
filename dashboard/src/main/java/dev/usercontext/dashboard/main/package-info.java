/** The command line: {@code java -jar user-context-dashboard-runner.jar [import FILE]}. */
@NullMarked
package dev.usercontext.dashboard.main;

import org.jspecify.annotations.NullMarked;
