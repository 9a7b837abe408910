package dev.usercontext.docs.examples;

import jakarta.enterprise.concurrent.ContextServiceDefinition;
import jakarta.enterprise.concurrent.ManagedExecutorDefinition;
import jakarta.enterprise.context.ApplicationScoped;

// docs: an executor of Open Liberty that carries user and trace
@ApplicationScoped
@ContextServiceDefinition(
    name = "java:app/concurrent/users",
    propagated = {"dev.usercontext", ContextServiceDefinition.ALL_REMAINING})
@ManagedExecutorDefinition(
    name = "java:app/concurrent/executor",
    context = "java:app/concurrent/users")
public class UserExecutors {}
// docs: end
