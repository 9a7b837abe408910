package dev.usercontext.it.contract;

import java.util.Set;

/**
 * What a caller got.
 *
 * @param threads the threads that served the request, as far as the application says
 */
public record Answer(int status, String body, Set<String> threads) {}
