package dev.usercontext.it.liberty;

import dev.usercontext.it.contract.Caller;
import dev.usercontext.it.contract.StormUsers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.jboss.arquillian.core.spi.LoadableExtension;

/** Makes the users of the storm known to the server before it starts. */
public final class UsersExtension implements LoadableExtension {

  /** Beside common.xml, which includes it. */
  private static final Path FILE =
      Path.of(System.getProperty("wlp.home"), "usr", "servers", "storm-users.xml");

  @Override
  public void register(ExtensionBuilder builder) {
    String registry =
        """
        <server>
          <basicRegistry id="basic">
        %s    <group id="users" name="user">
        %s    </group>
          </basicRegistry>
        </server>
        """
            .formatted(
                lines("    <user name='%s' password='%s'/>%n"),
                lines("      <member name='%s'/>%n"));
    try {
      Files.writeString(FILE, registry);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /**
   * @param line with the places of a name and a password
   */
  private static String lines(String line) {
    return StormUsers.names().stream()
        .map(user -> line.formatted(user, Caller.password(user)))
        .collect(Collectors.joining());
  }
}
