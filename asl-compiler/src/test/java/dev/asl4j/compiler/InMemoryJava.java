package dev.asl4j.compiler;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles generated sources with javac in memory, with all warnings on, and loads the classes. */
final class InMemoryJava {
    private final Map<String, byte[]> classes = new HashMap<>();
    private final List<String> messages = new ArrayList<>();

    private InMemoryJava() {}

    static InMemoryJava compile(Collection<GeneratedFile> files) {
        InMemoryJava java = new InMemoryJava();
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        List<JavaFileObject> sources = new ArrayList<>();
        files.forEach(file -> sources.add(new Source(file.path(), file.content())));
        try (Memory memory = java.new Memory(javac.getStandardFileManager(diagnostics, Locale.ROOT, null))) {
            List<String> options = List.of("-Xlint:all,-processing", "-Werror", "-proc:none", "--release", "17");
            javac.getTask(null, memory, diagnostics, options, null, sources).call();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        for (Diagnostic<?> diagnostic : diagnostics.getDiagnostics()) {
            java.messages.add(diagnostic.toString());
        }
        return java;
    }

    /** What javac had to say; nothing if all is well. */
    List<String> messages() {
        return messages;
    }

    /** Bytes of the classes by their binary names. */
    Map<String, byte[]> classes() {
        return classes;
    }

    ClassLoader loader() {
        return loader(InMemoryJava.class.getClassLoader());
    }

    ClassLoader loader(ClassLoader parent) {
        return new ClassLoader(parent) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                byte[] bytes = classes.get(name);
                if (bytes == null) {
                    throw new ClassNotFoundException(name);
                }
                return defineClass(name, bytes, 0, bytes.length);
            }
        };
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String content;
        private final String className;

        Source(String path, String content) {
            super(URI.create("string:///" + path.replaceAll("[^\\w/.]", "_")), Kind.SOURCE);
            this.content = content;
            this.className = path.substring(path.lastIndexOf('/') + 1, path.length() - ".java".length());
        }

        /** The name in the URI is a stand-in where the class's own name is no part of a URI. */
        @Override
        public boolean isNameCompatible(String simpleName, Kind kind) {
            return kind == Kind.SOURCE && simpleName.equals(className);
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return content;
        }
    }

    private final class Memory extends ForwardingJavaFileManager<JavaFileManager> {
        Memory(JavaFileManager manager) {
            super(manager);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("mem:///" + classes.size() + ".class"), kind) {
                @Override
                public OutputStream openOutputStream() {
                    return new ByteArrayOutputStream() {
                        @Override
                        public void close() {
                            classes.put(name, toByteArray());
                        }
                    };
                }
            };
        }
    }
}
