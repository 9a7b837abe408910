package dev.usercontext.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usercontext.internal.claims.ClaimSource;
import dev.usercontext.internal.claims.IdentityRules;
import dev.usercontext.internal.privacy.Disclosure;
import dev.usercontext.internal.privacy.EmailForm;
import dev.usercontext.internal.privacy.Limits;
import dev.usercontext.internal.vocabulary.Vocabulary;
import dev.usercontext.testkit.SystemProperties;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What configuration says of identities, and what it says where it is wrong. */
class IdentityConfigTest {

  private static final String SECRET = "0123456789abcdef0123456789abcdef";
  private static final String KEY = "usercontext.pseudonym.key";

  /** It also forgets that pseudonyms were on. */
  @RegisterExtension final SystemProperties properties = new SystemProperties();

  @Test
  void takesNothingButTheNameByDefault() {
    assertThat(read().identity()).isEqualTo(IdentityRules.DEFAULT);
    assertThat(read().renderer().disclosure()).isEqualTo(Disclosure.DEFAULT);
  }

  @Test
  void readsClaims() {
    IdentityRules rules =
        read(
                "usercontext.claims.user-id", "sub, header:X-User ,principal",
                "usercontext.claims.email", "email",
                "usercontext.claims.attrs", "plan, tenant=org/id|tid, header:X-Shop, org/unit",
                "usercontext.claims.actor", "none",
                "usercontext.trusted-headers", "x-user, X-Shop",
                "usercontext.roles", "admin,auditor",
                "usercontext.session", "true")
            .identity();

    assertThat(rules)
        .isEqualTo(
            new IdentityRules(
                sources("sub", "header:X-User", "principal"),
                sources("email"),
                Map.of(
                    "plan", sources("plan"),
                    "tenant", sources("org/id", "tid"),
                    "x-shop", sources("header:X-Shop"),
                    "org.unit", sources("org/unit")),
                List.of(),
                List.of("admin", "auditor"),
                false,
                true));
    assertThat(read("usercontext.roles", "*").identity().allRoles()).isTrue();
  }

  @Test
  void refusesAHeaderThatNobodyAnswersFor() {
    assertProblem("UC0102", "X-User", "usercontext.trusted-headers")
        .of("usercontext.claims.user-id", "header:X-User");
  }

  @Test
  void refusesATrustedHeaderThatNothingTakes() {
    assertProblem("UC0102", "usercontext.trusted-headers", "header:X-User", "usercontext.claims")
        .of("usercontext.trusted-headers", "X-User");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=sub", "a=", "a=b|", "a,a", "a,,b"})
  void refusesAttributesThatAreNone(String attrs) {
    assertProblem("UC0102", "usercontext.claims.attrs").of("usercontext.claims.attrs", attrs);
  }

  @Test
  void readsAKeyAndThenTellsNoEmail() {
    Disclosure disclosure =
        read(
                KEY,
                SECRET,
                "usercontext.pseudonym.key-id",
                "2026",
                "usercontext.pseudonym.environment",
                "prod",
                "usercontext.pseudonym.previous-keys",
                "2025:" + SECRET + ", 2024:" + SECRET + "=:")
            .renderer()
            .disclosure();

    assertThat(disclosure.email()).isEqualTo(EmailForm.NONE);
    assertThat(disclosure.pseudonyms().ofId("u-42")).startsWith("2026.");
    assertThat(disclosure.pseudonyms().allOfId("u-42"))
        .extracting(pseudonym -> pseudonym.substring(0, 5))
        .containsExactly("2026.", "2025.", "2024.");
  }

  @Test
  void refusesAShortKeyWithoutRepeatingIt() {
    assertProblem("UC0103", KEY, "32 bytes", "openssl rand -base64 32").of(KEY, "sesame");
  }

  @ParameterizedTest
  @ValueSource(strings = {"key", "key-id", "environment", "previous-keys"})
  void refusesToGoOnWithoutTheKeyWhereAnythingOfItIsSet(String name) {
    assertProblem("UC0103", KEY, "has no value", "openssl")
        .of("usercontext.pseudonym." + name, name.equals("key") ? " " : "2026");
  }

  @Test
  void refusesAnEmptyVariable() {
    assertThatThrownBy(
            () ->
                UserContextConfig.read(
                    Settings.ofSystem(new Properties(), Map.of("USERCONTEXT_PSEUDONYM_KEY", ""))))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessageContainingAll("UC0103", KEY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "a.b", "123456789012345678901234567890123"})
  void refusesAKeyIdThatIsNone(String id) {
    assertProblem("UC0102", "usercontext.pseudonym.key-id")
        .of(KEY, SECRET, "usercontext.pseudonym.key-id", id);
  }

  @ParameterizedTest
  @ValueSource(strings = {SECRET, "k1:" + SECRET, "k0:short", ":" + SECRET, "k0:" + SECRET + ",,"})
  void refusesFormerKeysThatAreNoneWithoutRepeatingThem(String former) {
    assertProblem("UC0103", "usercontext.pseudonym.previous-keys")
        .of(KEY, "x".repeat(32), "usercontext.pseudonym.previous-keys", former);
  }

  @ParameterizedTest
  @CsvSource({"plain, PLAIN", "hashed, HASHED", "domain, DOMAIN", "none, NONE"})
  void readsTheFormOfTheEmail(String value, EmailForm form) {
    assertThat(read(KEY, SECRET, "usercontext.email", value).renderer().disclosure().email())
        .isEqualTo(form);
  }

  @Test
  void refusesAFormOfTheEmailThatItDoesNotKnowOrCannotMake() {
    assertProblem("UC0102", "usercontext.email=md5", "plain, hashed, domain, none")
        .of("usercontext.email", "md5");
    assertProblem("UC0102", "usercontext.email=hashed", KEY).of("usercontext.email", "hashed");
  }

  @Test
  void readsLimits() {
    assertThat(
            read(
                    "usercontext.limits.attrs", "1",
                    "usercontext.limits.name-length", "2",
                    "usercontext.limits.value-length", "3",
                    "usercontext.limits.total-length", "4")
                .renderer()
                .disclosure()
                .limits())
        .isEqualTo(new Limits(1, 2, 3, 4));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "65", "many", "1.5", "99999999999"})
  void refusesALimitThatIsNone(String value) {
    assertProblem("UC0102", "usercontext.limits.attrs=" + value, "from 0 to 64")
        .of("usercontext.limits.attrs", value);
  }

  @Test
  void readsVocabulariesOfItsOwnBesideTheOthers() {
    UserContextConfig config =
        read(
            "usercontext.vocabularies", "acme,usr",
            "usercontext.vocabulary.acme.user-id", "acme.customer",
            "usercontext.vocabulary.acme.actor-id", "acme.agent",
            "usercontext.vocabulary.other.user-id", "other.id");

    assertThat(config.renderer().vocabularies())
        .extracting(Vocabulary::configName)
        .containsExactly("acme", "usr", "other");
    assertThat(config.renderer().idKey().getKey()).isEqualTo("acme.customer");
    assertThat(config.warnings()).isEmpty();
  }

  @Test
  void refusesAVocabularyWithoutANameForTheId() {
    assertProblem("UC0102", "usercontext.vocabulary.acme.user-id")
        .of("usercontext.vocabulary.acme.user-email", "acme.mail");
  }

  @Test
  void refusesToChangeAVocabularyThatIsBuiltIn() {
    assertProblem("UC0102", "usercontext.vocabulary.otel", "built in")
        .of("usercontext.vocabulary.otel.user-id", "x");
  }

  @Test
  void warnsOfATermThatNoVocabularyHas() {
    assertThat(read("usercontext.vocabulary.acme.userid", "x").warnings())
        .singleElement()
        .asString()
        .contains("usercontext.vocabulary.acme.userid");
  }

  private static UserContextConfig read(String... keysAndValues) {
    Properties system = new Properties();
    system.putAll(map(keysAndValues));
    return UserContextConfig.read(Settings.ofSystem(system, Map.of()));
  }

  private static Problem assertProblem(String... parts) {
    return keysAndValues ->
        assertThatThrownBy(() -> read(keysAndValues))
            .isInstanceOf(InvalidConfigException.class)
            .hasMessageContainingAll(parts)
            .hasMessageNotContainingAny(SECRET, "sesame", "k0:short");
  }

  private static List<ClaimSource> sources(String... texts) {
    return List.of(texts).stream().map(ClaimSource::parse).toList();
  }

  private static Map<String, String> map(String... keysAndValues) {
    Map<String, String> map = new HashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put(keysAndValues[i], keysAndValues[i + 1]);
    }
    return map;
  }

  private interface Problem {
    void of(String... keysAndValues);
  }
}
