package dev.usercontext.internal.cdi;

import java.util.List;

/**
 * What the rules need to know of a class of the application, read by reflection on Weld and from
 * the language model on ArC.
 *
 * @param isAbstract also true for an interface
 */
record BeanClass(
    String name,
    boolean isFinal,
    boolean isAbstract,
    boolean isBound,
    List<String> attrs,
    List<BeanMethod> methods) {

  /**
   * A declared method.
   *
   * @param obstacle what keeps it from being intercepted: "final", "static" or "private"; else
   *     empty
   * @param marks the simple names of our parameter annotations, in their order
   */
  record BeanMethod(
      String name,
      String obstacle,
      boolean isBound,
      List<String> attrs,
      List<String> marks,
      boolean hasUnnamedAttr) {}
}
