// docs: an application of getting started
package com.example;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

@ApplicationPath("/")
public class HelloApplication extends Application {}
// docs: end
