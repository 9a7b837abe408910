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

  private WebXml() {}

  public static String basic() {
    return of("", "<login-config><auth-method>BASIC</auth-method></login-config>");
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
