package dev.usercontext.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.testkit.Project;

/**
 * A part of a document that is written from code, between {@code <!-- NAME: written by the tests
 * -->} and {@code <!-- end of NAME -->}. After a change, {@code -Ddocs.write} on the build writes
 * it instead of checking it.
 */
record Section(String file, String name) {

  void check(String expected) {
    String text = Project.read(file).orElseThrow();
    String begin = "<!-- " + name + ": written by the tests -->\n";
    String end = "<!-- end of " + name + " -->\n";
    assertThat(text).as(file).containsOnlyOnce(begin).containsOnlyOnce(end);
    String before = text.substring(0, text.indexOf(begin) + begin.length());
    checkWhole(file, before + "\n" + expected + "\n" + text.substring(text.indexOf(end)));
  }

  /** The same for a file of which nothing is written by hand. */
  static void checkWhole(String file, String expected) {
    if (System.getProperty("docs.write") != null) {
      Project.write(file, expected);
    }
    assertThat(Project.read(file).orElse(""))
        .as("%s: ./mvnw -Dtest=ReferenceTest -Ddocs.write test  writes it anew", file)
        .isEqualTo(expected);
  }
}
