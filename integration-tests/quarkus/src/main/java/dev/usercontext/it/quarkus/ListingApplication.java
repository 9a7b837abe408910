package dev.usercontext.it.quarkus;

import dev.usercontext.it.app.rest.ActionResource;
import dev.usercontext.it.app.rest.MappedFailure;
import dev.usercontext.it.app.rest.SentinelResource;
import dev.usercontext.it.app.rest.ServedByResponseFilter;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** Says itself what it consists of, as many do that come from Jakarta EE: nothing else counts. */
@ApplicationPath("/rest")
@IfBuildProperty(name = ListingApplication.KEY, stringValue = "true")
public class ListingApplication extends Application {

  static final String KEY = "it.lists-classes";

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(
        ActionResource.class,
        MappedFailure.Mapper.class,
        SentinelResource.class,
        ServedByResponseFilter.class);
  }
}
