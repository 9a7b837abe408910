package dev.usercontext.test;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TracedRequestTest {

  @Test
  void isASampledTraceOfItsOwn() {
    TracedRequest request = TracedRequest.create();
    assertThat(request.traceparent()).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
    assertThat(TracedRequest.create().traceId()).isNotEqualTo(request.traceId());
  }
}
