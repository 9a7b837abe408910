package dev.usercontext.demo.refund;

/** The message: it says for which customer it is, as every message should. */
public record RefundRequested(String customer, String email, String plan, String order) {}
