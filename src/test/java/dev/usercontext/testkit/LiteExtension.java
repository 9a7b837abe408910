package dev.usercontext.testkit;

import jakarta.enterprise.inject.build.compatible.spi.BuildCompatibleExtension;
import jakarta.enterprise.inject.build.compatible.spi.SkipIfPortableExtensionPresent;
import java.io.IOException;
import java.io.InputStream;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Our build compatible extension as ArC runs it. Weld can run it too, but skips what is annotated
 * with {@link SkipIfPortableExtensionPresent}, so this loads it without that.
 */
public final class LiteExtension extends ClassLoader {

  private static final String PACKAGE = "dev.usercontext.internal.cdi.";

  private LiteExtension() {
    super(LiteExtension.class.getClassLoader());
  }

  public static Class<? extends BuildCompatibleExtension> load() {
    try {
      return new LiteExtension()
          .loadClass(PACKAGE + "UserContextBuildExtension")
          .asSubclass(BuildCompatibleExtension.class);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    // The whole package, as its classes see each other.
    if (!name.startsWith(PACKAGE)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> known = findLoadedClass(name);
      return known != null ? known : define(name);
    }
  }

  private Class<?> define(String name) throws ClassNotFoundException {
    try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
      ClassWriter writer = new ClassWriter(0);
      new ClassReader(in).accept(new WithoutSkip(writer), 0);
      byte[] code = writer.toByteArray();
      return defineClass(name, code, 0, code.length);
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }

  private static final class WithoutSkip extends ClassVisitor {
    WithoutSkip(ClassVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public AnnotationVisitor visitAnnotation(String type, boolean visible) {
      return type.equals(Type.getDescriptor(SkipIfPortableExtensionPresent.class))
          ? null
          : super.visitAnnotation(type, visible);
    }
  }
}
