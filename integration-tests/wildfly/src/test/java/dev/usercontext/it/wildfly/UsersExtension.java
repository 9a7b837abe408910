package dev.usercontext.it.wildfly;

import dev.usercontext.it.contract.Caller;
import dev.usercontext.it.contract.StormUsers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.arquillian.core.spi.LoadableExtension;

/** Makes the users of the storm known to the server before it starts. */
public final class UsersExtension implements LoadableExtension {

  private static final Path CONFIGURATION =
      Path.of(System.getProperty("wildfly.home"), "standalone", "configuration");

  @Override
  public void register(ExtensionBuilder builder) {
    append("application-users.properties", UsersExtension::digest);
    append("application-roles.properties", user -> "user");
  }

  private static void append(String file, Function<String, String> value) {
    Path path = CONFIGURATION.resolve(file);
    try {
      String known = Files.readString(path);
      String all =
          StormUsers.names().stream()
              .filter(user -> !known.contains(user + '='))
              .map(user -> user + '=' + value.apply(user) + '\n')
              .collect(Collectors.joining("", known, ""));
      Files.writeString(path, all);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String digest(String user) {
    try {
      String text = user + ":ApplicationRealm:" + Caller.password(user);
      byte[] digest =
          MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
