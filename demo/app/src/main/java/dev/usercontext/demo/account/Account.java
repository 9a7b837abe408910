package dev.usercontext.demo.account;

/**
 * A customer of the shop.
 *
 * @param id what the customer logs in with
 */
public record Account(String id, String email, Plan plan) {}
