package dev.usercontext.internal.claims;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ClaimValueTest {

  /** With the text of every Object, a name and a hash code. */
  private static final class Unnamed {}

  @Test
  void keepsTheTypesThatAttributesHave() {
    assertThat(ClaimValue.ofAttribute("pro")).isEqualTo("pro");
    assertThat(ClaimValue.ofAttribute(true)).isEqualTo(true);
    assertThat(ClaimValue.ofAttribute(7)).isEqualTo(7L);
    assertThat(ClaimValue.ofAttribute(0.5)).isEqualTo(0.5);
    assertThat(ClaimValue.ofAttribute(Json.createValue("pro"))).isEqualTo("pro");
    assertThat(ClaimValue.ofAttribute(Json.createValue(7))).isEqualTo(7L);
    assertThat(ClaimValue.ofAttribute(Json.createValue(0.5))).isEqualTo(0.5);
    assertThat(ClaimValue.ofAttribute(JsonValue.TRUE)).isEqualTo(true);
    assertThat(ClaimValue.ofAttribute(JsonValue.FALSE)).isEqualTo(false);
  }

  @Test
  void joinsArrays() {
    assertThat(ClaimValue.ofAttribute(new TreeSet<>(List.of("b", "a")))).isEqualTo("a,b");
    assertThat(ClaimValue.ofAttribute(Json.createArrayBuilder().add("a").add(2).addNull().build()))
        .isEqualTo("a,2");
    assertThat(ClaimValue.ofAttribute(new String[] {"b", null, "a"})).isEqualTo("b,a");
    assertThat(ClaimValue.ofAttribute(Arrays.asList(null, Map.of()))).isNull();
  }

  @Test
  void leavesOutWhatCannotBeAnAttribute() {
    assertThat(ClaimValue.ofAttribute(null)).isNull();
    assertThat(ClaimValue.ofAttribute(JsonValue.NULL)).isNull();
    assertThat(ClaimValue.ofAttribute(JsonValue.EMPTY_JSON_OBJECT)).isNull();
    assertThat(ClaimValue.ofAttribute(JsonValue.EMPTY_JSON_ARRAY)).isNull();
    assertThat(ClaimValue.ofAttribute(new Object[0])).isNull();
    assertThat(ClaimValue.ofAttribute(new char[] {'s', 'e', 'c', 'r', 'e', 't'})).isNull();
  }

  @Test
  void leavesOutWhatSaysOnlyWhereItIsInMemory() {
    assertThat(ClaimValue.ofAttribute(new Unnamed())).isNull();
    assertThat(ClaimValue.ofAttribute(List.of("a", new Unnamed()))).isEqualTo("a");
    assertThat(ClaimValue.ofText(new Unnamed())).isNull();
    assertThat(ClaimValue.ofAttribute(TimeUnit.DAYS)).isEqualTo("DAYS");
    UUID uuid = UUID.randomUUID();
    assertThat(ClaimValue.ofText(uuid)).isEqualTo(uuid.toString());
  }

  @Test
  void survivesEveryNumber() {
    assertThat(ClaimValue.ofAttribute(new BigDecimal("1e999999999"))).isEqualTo("1E+999999999");
    assertThat(ClaimValue.ofAttribute(new BigDecimal("1e-999999999"))).isEqualTo("1E-999999999");
    assertThat(ClaimValue.ofAttribute(BigInteger.TEN.pow(30))).asString().contains("1000000");
    assertThat(ClaimValue.ofAttribute(Double.NaN)).isEqualTo("NaN");
    assertThat(ClaimValue.ofAttribute(Long.MAX_VALUE)).isEqualTo(Long.MAX_VALUE);
    assertThat(ClaimValue.ofAttribute(new BigDecimal("9223372036854775808")))
        .isEqualTo(9.223372036854775808E18);
  }

  @Test
  void isOneTextOrNone() {
    assertThat(ClaimValue.ofText(Json.createValue("u-42"))).isEqualTo("u-42");
    assertThat(ClaimValue.ofText(Json.createValue(4711))).isEqualTo("4711");
    assertThat(ClaimValue.ofText(List.of("only"))).isEqualTo("only");
    assertThat(ClaimValue.ofText(List.of("one", "two"))).isNull();
    assertThat(ClaimValue.ofText(new String[] {"only"})).isEqualTo("only");
    assertThat(ClaimValue.ofText(new String[] {"one", "two"})).isNull();
    assertThat(ClaimValue.ofText(" ")).isNull();
    assertThat(ClaimValue.ofText(true)).isNull();
    assertThat(ClaimValue.ofText(Map.of())).isNull();
  }

  @Test
  void keepsEveryDigitOfAnId() {
    for (String id :
        List.of("9300000000000000001", "9300000000000000002", "0.12345678901234567891")) {
      assertThat(ClaimValue.ofText(Json.createValue(new BigDecimal(id)))).isEqualTo(id);
    }
    assertThat(ClaimValue.ofText(new BigInteger("9300000000000000001")))
        .isEqualTo("9300000000000000001");
    assertThat(ClaimValue.ofText(Json.createValue(new BigDecimal("4711.0")))).isEqualTo("4711");
    assertThat(ClaimValue.ofText(Json.createValue(new BigDecimal("1.50")))).isEqualTo("1.5");
    assertThat(ClaimValue.ofText(0.5)).isEqualTo("0.5");
  }

  @Test
  void survivesTheLargestExponents() {
    assertThat(ClaimValue.ofAttribute(new BigDecimal("1e2147483647"))).isEqualTo("1E+2147483647");
    assertThat(ClaimValue.ofText(new BigDecimal("1e2147483647"))).isEqualTo("1E+2147483647");
  }

  @Test
  void takesTheTextsOfAnArray() {
    assertThat(ClaimValue.texts(Json.createArrayBuilder().add("admin").addNull().add(7).build()))
        .containsExactly("admin", "7");
    assertThat(ClaimValue.texts(Arrays.asList("", null, true, List.of("a"), "user")))
        .containsExactly("user");
    assertThat(ClaimValue.texts("admin")).isEmpty();
  }
}
