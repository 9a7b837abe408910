package dev.usercontext.demo.chat;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** All resources, at the root. */
@ApplicationPath("/")
public class HelpDesk extends Application {}
