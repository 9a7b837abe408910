package dev.usercontext.dashboard.intake;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.concurrent.CompletionException;

/**
 * What a sender over HTTP is answered: a message, or an error.
 *
 * @param retrySeconds after which it is to try again; 0 for never
 */
record OtlpHttpAnswer(int status, Message body, int retrySeconds) {
  static final String PROTOBUF = "application/x-protobuf";
  static final String JSON = "application/json";

  static OtlpHttpAnswer ok(Message body) {
    return new OtlpHttpAnswer(200, body, 0);
  }

  static OtlpHttpAnswer error(int status, String message, int retrySeconds) {
    return new OtlpHttpAnswer(
        status, com.google.rpc.Status.newBuilder().setMessage(message).build(), retrySeconds);
  }

  static OtlpHttpAnswer tooLarge(int maxBytes) {
    return error(
        413,
        "UCD015: A request has at most " + maxBytes + " bytes, unpacked. Send smaller batches.",
        0);
  }

  /** Of spans that were not taken. */
  static OtlpHttpAnswer refused(Throwable why) {
    Throwable cause = why instanceof CompletionException ? why.getCause() : why;
    return cause instanceof RefusedException refused
        ? error(refused.httpStatus(), String.valueOf(refused.getMessage()), refused.retrySeconds())
        : error(500, String.valueOf(cause), 0);
  }

  /** Answers in the form that was sent. */
  void send(HttpServerRequest request, String type) {
    boolean protobuf = type.equals(PROTOBUF);
    request.response().setStatusCode(status);
    request.response().putHeader("Content-Type", protobuf ? PROTOBUF : JSON);
    if (retrySeconds > 0) {
      request.response().putHeader("Retry-After", String.valueOf(retrySeconds));
    }
    try {
      request
          .response()
          .end(protobuf ? Buffer.buffer(body.toByteArray()) : Buffer.buffer(OtlpJson.write(body)));
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException(e);
    }
  }
}
