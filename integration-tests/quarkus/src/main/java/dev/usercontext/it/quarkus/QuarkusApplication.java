package dev.usercontext.it.quarkus;

import io.quarkus.arc.properties.UnlessBuildProperty;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Quarkus finds what it consists of. */
@ApplicationPath("/rest")
@UnlessBuildProperty(name = ListingApplication.KEY, stringValue = "true", enableIfMissing = true)
public class QuarkusApplication extends Application {}
