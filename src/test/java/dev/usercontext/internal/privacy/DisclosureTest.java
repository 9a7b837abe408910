package dev.usercontext.internal.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usercontext.UserContextCounters;
import dev.usercontext.testkit.LoggedMessages;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What of a user leaves the process. */
class DisclosureTest {

  private static final Pseudonyms PSEUDONYMS =
      new Pseudonyms(new PseudonymKey("k1", "x".repeat(32)), List.of(), "");

  @RegisterExtension final LoggedMessages log = new LoggedMessages();

  @Test
  void isEverythingByDefaultButWhereItCameFrom() {
    OutgoingUser out =
        Disclosure.DEFAULT.of(
            new KnownUser(
                "u-42",
                "ada@example.com",
                Map.of("plan", "pro"),
                "support-7",
                List.of("admin"),
                null,
                Provenance.TOKEN));

    assertThat(out)
        .isEqualTo(
            new OutgoingUser(
                "u-42",
                "ada@example.com",
                Map.of("plan", "pro"),
                null,
                "support-7",
                List.of("admin"),
                null,
                null));
  }

  @Test
  void isPseudonymsOfUserAndActorWithAKey() {
    OutgoingUser out = pseudonymous(EmailForm.NONE).of(user("u-42", "ada@example.com", Map.of()));

    assertThat(out.id()).isEqualTo(PSEUDONYMS.ofId("u-42"));
    assertThat(out.hash()).isEqualTo(out.id());
    assertThat(out.actorId()).isEqualTo(PSEUDONYMS.ofId("support-7"));
    assertThat(out.email()).isNull();
  }

  @Test
  void isTheEmailInTheFormThatIsConfigured() {
    KnownUser user = user("u-42", "Ada@example.com", Map.of());

    assertThat(pseudonymous(EmailForm.PLAIN).of(user).email()).isEqualTo("Ada@example.com");
    assertThat(pseudonymous(EmailForm.DOMAIN).of(user).email()).isEqualTo("example.com");
    assertThat(pseudonymous(EmailForm.HASHED).of(user).email())
        .isEqualTo(PSEUDONYMS.ofEmail("ada@example.com"));
  }

  @Test
  void isNoDomainOfWhatHasNone() {
    assertThat(pseudonymous(EmailForm.DOMAIN).of(user("u", "ada", Map.of())).email()).isNull();
    assertThat(pseudonymous(EmailForm.DOMAIN).of(user("u", "ada@", Map.of())).email()).isNull();
  }

  @Test
  void isNoAttributeThatTellsTheIdTheEmailOrTheActor() {
    Map<String, Object> attrs = new LinkedHashMap<>();
    attrs.put("number", 4711L);
    attrs.put("login", "ADA@example.com");
    attrs.put("by", "support-7");
    attrs.put("note", "order of 4711 <ada@EXAMPLE.com>, by support-7");
    attrs.put("plan", "pro");
    OutgoingUser out = pseudonymous(EmailForm.DOMAIN).of(user("4711", "ada@example.com", attrs));

    assertThat(out.attrs())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "number",
                out.id(),
                "login",
                "example.com",
                "by",
                out.actorId(),
                "note",
                "order of " + out.id() + " <example.com>, by " + out.actorId(),
                "plan",
                "pro"));
  }

  @Test
  void isNoAttributeThatTellsTheIdInOtherLetters() {
    OutgoingUser out =
        pseudonymous(EmailForm.NONE)
            .of(
                user(
                    "j\u00f6rg.m\u00fcller",
                    "j@example.com",
                    Map.of("note", "of J\u00d6RG.M\u00dcLLER")));

    assertThat(out.attrs()).containsEntry("note", "of " + out.id());
  }

  @Test
  void isNoAttributeThatIsTheEmailWhereThatIsNotTold() {
    OutgoingUser out =
        pseudonymous(EmailForm.NONE)
            .of(user("u-42", "ada@example.com", Map.of("login", "ada@example.com")));

    assertThat(out.attrs()).isEmpty();
  }

  @Test
  void isNeverASessionIdAsItIs() {
    KnownUser user =
        new KnownUser("u", null, Map.of(), null, List.of(), "S3CRET", Provenance.CONTAINER);

    assertThat(Disclosure.DEFAULT.of(user).sessionId()).hasSize(32).doesNotContain("S3CRET");
    assertThat(pseudonymous(EmailForm.NONE).of(user).sessionId())
        .isEqualTo(PSEUDONYMS.ofSession("S3CRET"));
  }

  @Test
  void isWhereItCameFromWhereConfigured() {
    Disclosure disclosure = new Disclosure(null, EmailForm.PLAIN, Limits.DEFAULT, true);

    assertThat(disclosure.of(user("u", null, Map.of())).source()).isEqualTo("api");
  }

  @Test
  void countsWhatIsReplacedInAnEmail() {
    UserContextCounters before = UserContextCounters.read();
    OutgoingUser out = Disclosure.DEFAULT.of(user("u", "ada\r\n@example.com", Map.of()));

    assertThat(out.email()).isEqualTo("ada\uFFFD\uFFFD@example.com");
    assertThat(UserContextCounters.read().cut()).isEqualTo(before.cut() + 1);
  }

  @Test
  void isWithinTheLimitsAndEachCutIsCounted() {
    UserContextCounters before = UserContextCounters.read();
    Map<String, Object> attrs = new LinkedHashMap<>();
    attrs.put("name-too-long", "x");
    attrs.put("a", "0123456789");
    attrs.put("b", "line\n");
    attrs.put("c", "x");
    attrs.put("d", "beyond");
    OutgoingUser out = limited(new Limits(3, 8, 5, 1_000)).of(user("u", null, attrs));

    assertThat(out.attrs())
        .containsExactly(
            Map.entry("a", "01234"), Map.entry("b", "line\uFFFD"), Map.entry("c", "x"));
    assertThat(UserContextCounters.read().cut()).isEqualTo(before.cut() + 2);
    assertThat(UserContextCounters.read().dropped()).isEqualTo(before.dropped() + 2);
    assertThat(log.warnings())
        .containsExactlyInAnyOrder(
            "UC0406 An attribute of a user was left out, since it is beyond"
                + " usercontext.limits.name-length=8",
            "UC0405 An attribute or role of a user was cut at usercontext.limits.value-length=5",
            "UC0406 An attribute of a user was left out, since it is beyond"
                + " usercontext.limits.attrs=3");
  }

  @Test
  void isWithinTheTotalAndWhatFitsAfterwardsIsKept() {
    Map<String, Object> attrs = new LinkedHashMap<>();
    attrs.put("a", "1234");
    attrs.put("b", "12345678");
    attrs.put("c", "1234");

    assertThat(limited(new Limits(64, 128, 4096, 10)).of(user("u", null, attrs)).attrs())
        .containsOnlyKeys("a", "c");
  }

  @Test
  void isNoMoreRolesThanAllowed() {
    KnownUser user =
        new KnownUser(
            "u", null, Map.of(), null, List.of("a", "bcdef", "c"), null, Provenance.CONTAINER);

    assertThat(limited(new Limits(2, 128, 3, 100)).of(user).roles()).containsExactly("a", "bcd");
  }

  @Test
  void isAnIdThatIsNeverCut() {
    String id = "x".repeat(1_024);

    assertThat(limited(new Limits(1, 1, 1, 0)).of(user(id, null, Map.of())).id()).isEqualTo(id);
  }

  private static Disclosure pseudonymous(EmailForm email) {
    return new Disclosure(PSEUDONYMS, email, Limits.DEFAULT, false);
  }

  private static Disclosure limited(Limits limits) {
    return new Disclosure(null, EmailForm.PLAIN, limits, false);
  }

  private static KnownUser user(String id, String email, Map<String, Object> attrs) {
    return new KnownUser(id, email, attrs, "support-7", List.of(), null, Provenance.API);
  }
}
