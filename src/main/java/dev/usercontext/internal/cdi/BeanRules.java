package dev.usercontext.internal.cdi;

import dev.usercontext.UserEmail;
import dev.usercontext.UserId;
import dev.usercontext.internal.cdi.BeanClass.BeanMethod;
import dev.usercontext.internal.diagnostics.Message;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Finds everything that is wrong with how a class uses our annotations. */
final class BeanRules {

  private final List<String> problems = new ArrayList<>();

  private BeanRules() {}

  static List<String> problemsOf(BeanClass bean) {
    BeanRules rules = new BeanRules();
    rules.check(bean);
    return rules.problems;
  }

  private void check(BeanClass bean) {
    boolean anyBound = bean.isBound() || bean.methods().stream().anyMatch(BeanMethod::isBound);
    if (anyBound && bean.isFinal()) {
      problems.add(Message.FINAL_CLASS.text(bean.name()));
    }
    checkAttrs(bean.name(), bean.attrs());
    for (BeanMethod method : bean.methods()) {
      check(bean, method, bean.name() + "." + method.name());
    }
  }

  private void check(BeanClass bean, BeanMethod method, String member) {
    if (method.isBound() && !method.obstacle().isEmpty()) {
      problems.add(Message.NOT_INTERCEPTABLE.text(member, method.obstacle()));
    }
    checkAttrs(member, method.attrs());
    checkSingle(member, method.marks(), UserId.class.getSimpleName());
    checkSingle(member, method.marks(), UserEmail.class.getSimpleName());
    if (method.hasUnnamedAttr()) {
      problems.add(Message.ATTR_WITHOUT_NAME.text(member));
    }
    // A subclass may bring the binding that an abstract class lacks.
    boolean unbound = !bean.isBound() && !method.isBound() && !bean.isAbstract();
    if (unbound && !method.marks().isEmpty()) {
      problems.add(Message.UNBOUND_PARAMETER.text(member, method.marks().get(0)));
    }
  }

  private void checkSingle(String member, List<String> marks, String mark) {
    if (Collections.frequency(marks, mark) > 1) {
      problems.add(Message.SECOND_PARAMETER.text(member, mark));
    }
  }

  private void checkAttrs(String member, List<String> attrs) {
    for (String attr : attrs) {
      if (attr.indexOf('=') < 1 || attr.substring(0, attr.indexOf('=')).isBlank()) {
        problems.add(Message.MALFORMED_ATTR.text(member, attr));
      }
    }
  }
}
