package dev.usercontext.internal.claims;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimPathTest {

  private static final JsonObject CLAIMS =
      Json.createReader(
              new StringReader(
                  """
                  {
                    "sub": "u-42",
                    "org": {"id": "acme", "units": [{"name": "sales"}, {"name": "support"}]},
                    "emails": ["ada@example.com", "ada@example.org"],
                    "https://example.com/plan": "pro",
                    "https://example.com/app": {"tier/level": 3},
                    "act": {"sub": "support-7", "act": {"sub": "earlier"}},
                    "empty": [],
                    "nothing": null
                  }"""))
          .readObject();

  @ParameterizedTest
  @CsvSource({
    "sub, u-42",
    "org/id, acme",
    "org/units/1/name, support",
    "emails/0, ada@example.com",
    "https://example.com/plan, pro",
    "https://example.com/app/tier/level, 3",
    "act/sub, support-7",
  })
  void leadsToAClaim(String path, String value) {
    assertThat(ClaimValue.ofText(ClaimPath.find(CLAIMS::get, path))).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "//",
        "absent",
        "sub/x",
        "org/",
        "/org",
        "org//id",
        "org/absent",
        "emails/2",
        "emails/-1",
        "emails/x",
        "emails/",
        "emails/99999999999",
        "empty/0",
        "nothing",
        "nothing/x",
        "__proto__",
        "org/__proto__"
      })
  void leadsNowhere(String path) {
    assertThat(ClaimValue.ofText(ClaimPath.find(CLAIMS::get, path))).isNull();
  }

  @Test
  void takesTheWholeNameBeforeItsParts() {
    JsonObject claims =
        Json.createObjectBuilder()
            .add("a/b", "whole")
            .add("a", Json.createObjectBuilder().add("b", "part"))
            .build();

    assertThat(ClaimValue.ofText(ClaimPath.find(claims::get, "a/b"))).isEqualTo("whole");
  }
}
