package dev.usercontext.internal.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.SecurityContext;
import org.junit.jupiter.api.Test;

class RestIdentityTest {

  @Test
  void isWhatTheSecurityContextSays() {
    RestIdentity identity = RestIdentity.of(FakeRestRequest.of("carol").request());

    assertThat(identity.principal().getName()).isEqualTo("carol");
    assertThat(identity.isUserInRole("admin")).isTrue();
    assertThat(identity.isUserInRole("other")).isFalse();
  }

  @Test
  void isNobodyWithoutASecurityContext() {
    RestIdentity identity = RestIdentity.of(FakeRestRequest.withoutSecurity().request());

    assertThat(identity.principal()).isNull();
    assertThat(identity.isUserInRole("admin")).isFalse();
    assertThat(identity.unwrap(SecurityContext.class)).isNull();
  }

  @Test
  void unwrapsTheRequestAndItsSecurityContext() {
    FakeRestRequest request = FakeRestRequest.of("carol");
    RestIdentity identity = RestIdentity.of(request.request());

    assertThat(identity.unwrap(ContainerRequestContext.class)).isSameAs(request.request());
    assertThat(identity.unwrap(SecurityContext.class)).isSameAs(request.getSecurityContext());
    assertThat(identity.unwrap(Runnable.class)).isNull();
  }
}
