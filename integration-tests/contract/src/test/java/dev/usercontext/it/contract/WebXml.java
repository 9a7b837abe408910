package dev.usercontext.it.contract;

/** The web.xml of the application: who may go where, and how a caller says who it is. */
public final class WebXml {

  private static final String CONSTRAINTS =
      """
        <security-constraint>
          <web-resource-collection>
            <web-resource-name>secured</web-resource-name>
            <url-pattern>/rest/secured/*</url-pattern>
            <url-pattern>/servlet/secured/*</url-pattern>
            <url-pattern>/files/secured/*</url-pattern>
            <url-pattern>/socket/secured/*</url-pattern>
          </web-resource-collection>
          <auth-constraint><role-name>user</role-name></auth-constraint>
        </security-constraint>
        <security-constraint>
          <web-resource-collection>
            <web-resource-name>admin</web-resource-name>
            <url-pattern>/rest/admin/*</url-pattern>
            <url-pattern>/servlet/admin/*</url-pattern>
          </web-resource-collection>
          <auth-constraint><role-name>admin</role-name></auth-constraint>
        </security-constraint>
        <security-role><role-name>user</role-name></security-role>
        <security-role><role-name>admin</role-name></security-role>
      """;

  private static final String ERROR_PAGE =
      """
        <error-page>
          <error-code>410</error-code>
          <location>/servlet/error-page</location>
        </error-page>
      """;

  /** WildFly checks {@code @RolesAllowed} on resources only where this is set. */
  private static final String ROLES_ALLOWED =
      """
        <context-param>
          <param-name>resteasy.role.based.security</param-name>
          <param-value>true</param-value>
        </context-param>
      """;

  /** What the annotations of the servlets and of the filter say. */
  private static final String SERVLETS =
      """
        <filter>
          <filter-name>served-by</filter-name>
          <filter-class>dev.usercontext.it.app.servlet.ServedByFilter</filter-class>
          <async-supported>true</async-supported>
        </filter>
        <filter-mapping>
          <filter-name>served-by</filter-name>
          <url-pattern>/*</url-pattern>
          <dispatcher>REQUEST</dispatcher>
          <dispatcher>ASYNC</dispatcher>
          <dispatcher>ERROR</dispatcher>
        </filter-mapping>
        <servlet>
          <servlet-name>action</servlet-name>
          <servlet-class>dev.usercontext.it.app.servlet.ActionServlet</servlet-class>
          <async-supported>true</async-supported>
        </servlet>
        <servlet-mapping>
          <servlet-name>action</servlet-name>
          <url-pattern>/servlet/open/do/*</url-pattern>
          <url-pattern>/servlet/secured/do/*</url-pattern>
        </servlet-mapping>
        <servlet>
          <servlet-name>redispatch</servlet-name>
          <servlet-class>dev.usercontext.it.app.servlet.RedispatchServlet</servlet-class>
          <async-supported>true</async-supported>
        </servlet>
        <servlet-mapping>
          <servlet-name>redispatch</servlet-name>
          <url-pattern>/servlet/open/redispatch/*</url-pattern>
          <url-pattern>/servlet/secured/redispatch/*</url-pattern>
        </servlet-mapping>
        <context-param>
          <param-name>resteasy.resources</param-name>
          <param-value>
            dev.usercontext.it.app.rest.ActionResource,
            dev.usercontext.it.app.rest.SentinelResource
          </param-value>
        </context-param>
        <servlet>
          <servlet-name>{rest}</servlet-name>
        </servlet>
        <servlet-mapping>
          <servlet-name>{rest}</servlet-name>
          <url-pattern>/rest/*</url-pattern>
        </servlet-mapping>
      """;

  private static final String BASIC =
      "<login-config><auth-method>BASIC</auth-method></login-config>";

  private WebXml() {}

  public static String basic() {
    return of("", BASIC);
  }

  /**
   * BASIC, and no annotation of the application nor a web fragment of a library counts.
   *
   * @param rest what the server calls the servlet of the resources in such an application
   */
  public static String basicMetadataComplete(String rest) {
    return of("metadata-complete=\"true\"", SERVLETS.replace("{rest}", rest) + BASIC);
  }

  /** Leaves it to a mechanism of the application. */
  public static String withoutLoginConfig() {
    return of("", "");
  }

  public static String jwt() {
    return of("", "<login-config><auth-method>MP-JWT</auth-method></login-config>");
  }

  private static String of(String attributes, String more) {
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0" %s>
        %s%s%s%s
        </web-app>
        """
        .formatted(attributes, ROLES_ALLOWED, ERROR_PAGE, CONSTRAINTS, more);
  }
}
