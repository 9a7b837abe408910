package dev.usercontext.dashboard.store;

import java.util.List;

/**
 * Some users.
 *
 * @param total how many users match, on this page and elsewhere
 */
public record UserPage(List<UserRow> users, long total) {}
