package dev.usercontext.testkit;

import dev.usercontext.internal.cdi.UserContextExtension;
import jakarta.enterprise.context.RequestScoped;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jboss.weld.junit5.auto.ActivateScopes;
import org.jboss.weld.junit5.auto.AddExtensions;
import org.jboss.weld.junit5.auto.EnableAutoWeld;

/** A test within an application on CDI Full, with our extension and an active request scope. */
@EnableAutoWeld
@AddExtensions(UserContextExtension.class)
@ActivateScopes(RequestScoped.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface CdiTest {}
