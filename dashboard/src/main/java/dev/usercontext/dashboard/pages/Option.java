package dev.usercontext.dashboard.pages;

/** One entry of a list to choose from. */
public record Option(String name, String title, boolean selected) {}
