package dev.usercontext.docs.examples;

record Account(String id, String email, String plan) {}
