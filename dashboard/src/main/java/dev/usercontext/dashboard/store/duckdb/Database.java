package dev.usercontext.dashboard.store.duckdb;

import dev.usercontext.dashboard.store.StoreException;
import dev.usercontext.dashboard.store.StoreException.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * The database file of a folder, and the connections to it. Readers run at once, but not more than
 * a few, as each may take all cores; only what replaces the file shuts them out.
 */
final class Database implements AutoCloseable {
  static final String FILE = "spans.duckdb";
  private static final int READERS = 4;

  /** What is done with a connection. */
  interface Work<T> {
    T on(DuckDBConnection connection) throws SQLException;
  }

  private final Path folder;
  private final String memory;
  private final String userAttributePrefix;
  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private final Semaphore readers = new Semaphore(READERS, true);
  private final ConcurrentLinkedQueue<DuckDBConnection> idle = new ConcurrentLinkedQueue<>();
  private @Nullable DuckDBConnection main;
  private boolean closed;

  /**
   * Opens the folder, which is made if need be.
   *
   * @param memory what the database may use besides Java's heap, "300MB"
   * @param userAttributePrefix what the names of user attributes begin with
   */
  Database(Path folder, String memory, String userAttributePrefix) {
    this.folder = folder;
    this.memory = memory;
    this.userAttributePrefix = userAttributePrefix;
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new StoreException(
          Code.UCD002, "The folder " + folder + " can't be made: " + e.getMessage(), e);
    }
    if (!Files.isWritable(folder)) {
      throw new StoreException(Code.UCD002, "The folder " + folder + " can't be written to.");
    }
    open();
  }

  Path file() {
    return folder.resolve(FILE);
  }

  Path folder() {
    return folder;
  }

  private void open() {
    try {
      Path temp = folder.resolve("temp");
      DuckDBConnection connection = DatabaseFile.open(file(), memory, temp);
      main = connection;
      DatabaseFile.deleteSpilled(temp);
      Schema.migrate(connection, userAttributePrefix);
    } catch (SQLException | IOException | StoreException e) {
      release();
      throw e instanceof StoreException coded ? coded : Errors.coded(folder, e);
    }
  }

  /** Reads, on a connection of its own. */
  <T> T read(Work<T> work) {
    readers.acquireUninterruptibly();
    lock.readLock().lock();
    try {
      DuckDBConnection connection = idle.poll();
      if (connection == null) {
        connection = main().duplicate();
      }
      try {
        return work.on(connection);
      } finally {
        idle.add(connection);
      }
    } catch (SQLException e) {
      throw Errors.coded(folder, e);
    } finally {
      lock.readLock().unlock();
      readers.release();
    }
  }

  /** Writes, all or nothing. For one thread at a time. */
  <T> T write(Work<T> work) {
    lock.readLock().lock();
    try {
      DuckDBConnection connection = main();
      try (Statement sql = connection.createStatement()) {
        sql.execute("BEGIN TRANSACTION");
        T result = work.on(connection);
        sql.execute("COMMIT");
        return result;
      } catch (SQLException | RuntimeException | Error e) {
        rollback(connection);
        throw e;
      }
    } catch (SQLException e) {
      throw Errors.coded(folder, e);
    } finally {
      lock.readLock().unlock();
    }
  }

  /** Closes the file and opens it again, which mends what a full disk has left. */
  void reopen() {
    lock.writeLock().lock();
    try {
      if (!closed) {
        release();
        open();
      }
    } finally {
      lock.writeLock().unlock();
    }
  }

  /** Copies all that is left into a new file in the place of the old one, and the old one goes. */
  void rewrite() {
    lock.writeLock().lock();
    Path copy = folder.resolve("rewrite.duckdb");
    try {
      DatabaseFile.copy(main(), copy);
      release();
      // It is empty since the checkpoint, and would not fit the new file.
      Files.deleteIfExists(folder.resolve(FILE + ".wal"));
      Files.move(copy, file(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (SQLException | IOException e) {
      throw Errors.coded(folder, e);
    } finally {
      try {
        if (main == null && !closed) {
          open();
        }
      } finally {
        lock.writeLock().unlock();
      }
    }
  }

  private DuckDBConnection main() {
    if (closed) {
      throw new StoreException(Code.UCD007, "The store is closed.");
    }
    if (main == null) {
      throw new StoreException(
          Code.UCD006,
          file() + " could not be opened again. It is tried once more within a minute.");
    }
    return main;
  }

  private static void rollback(Connection connection) {
    try (Statement sql = connection.createStatement()) {
      sql.execute("ROLLBACK");
    } catch (SQLException alreadyRolledBack) {
      // A commit that failed, or a database that has given up: there is nothing left to undo.
    }
  }

  private void release() {
    for (DuckDBConnection connection = idle.poll(); connection != null; connection = idle.poll()) {
      close(connection);
    }
    if (main != null) {
      close(main);
      main = null;
    }
  }

  private static void close(DuckDBConnection connection) {
    try {
      connection.close();
    } catch (SQLException leftToTheProcess) {
      // The file is released at the end of the process at the latest.
    }
  }

  @Override
  public void close() {
    lock.writeLock().lock();
    try {
      closed = true;
      release();
    } finally {
      lock.writeLock().unlock();
    }
  }
}
