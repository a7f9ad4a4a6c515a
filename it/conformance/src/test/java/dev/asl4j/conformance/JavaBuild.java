package dev.asl4j.conformance;

import dev.asl4j.compiler.GeneratedFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Generated files, compiled by one run of javac in memory with every warning on, and loaded. */
final class JavaBuild {
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final String ALL = "1000000";

    private final List<Message> messages;
    private final ClassLoader classes;

    /**
     * What javac said.
     *
     * @param path of the file it is about; empty if it is about none
     */
    record Message(String path, boolean isError, String text) {}

    private JavaBuild(List<Message> messages, ClassLoader classes) {
        this.messages = messages;
        this.classes = classes;
    }

    /**
     * Compiles {@code files} together. What javac says about them is in {@link #messages}; if any of it is an error, no class can be
     * loaded.
     */
    static JavaBuild of(List<GeneratedFile> files) {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        List<JavaFileObject> sources = new ArrayList<>();
        for (GeneratedFile file : files) {
            sources.add(new Source(file));
        }
        try (Output output = new Output(javac.getStandardFileManager(diagnostics, Locale.ROOT, null))) {
            List<String> options = List.of(
                    "-Xlint:all,-processing", "-proc:none", "--release", "17", "-Xmaxerrs", ALL, "-Xmaxwarns", ALL);
            javac.getTask(null, output, diagnostics, options, null, sources).call();
            List<Message> messages = new ArrayList<>();
            for (Diagnostic<? extends JavaFileObject> diagnostic : diagnostics.getDiagnostics()) {
                messages.add(message(diagnostic));
            }
            return new JavaBuild(messages, new Loader(output.classes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Message message(Diagnostic<? extends JavaFileObject> diagnostic) {
        String path = diagnostic.getSource() instanceof Source source ? source.path : "";
        String text = path + ":" + diagnostic.getLineNumber() + ": " + diagnostic.getMessage(Locale.ROOT);
        return new Message(
                path,
                diagnostic.getKind() == Diagnostic.Kind.ERROR,
                BLANKS.matcher(text).replaceAll(" "));
    }

    /** Errors and warnings of javac, none if it accepts the files as they are. */
    List<Message> messages() {
        return messages;
    }

    Class<?> load(String name) throws ClassNotFoundException {
        return Class.forName(name, true, classes);
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String path;
        private final String content;

        Source(GeneratedFile file) {
            super(uri("/" + file.path()), Kind.SOURCE);
            path = file.path();
            content = file.content();
        }

        private static URI uri(String path) {
            try {
                return new URI("mem", null, path, null);
            } catch (URISyntaxException e) {
                throw new IllegalArgumentException(e);
            }
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return content;
        }
    }

    private static final class Output extends ForwardingJavaFileManager<StandardJavaFileManager> {
        private final Map<String, ByteArrayOutputStream> classes = new HashMap<>();

        Output(StandardJavaFileManager delegate) {
            super(delegate);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                JavaFileManager.Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("mem:///out"), kind) {
                @Override
                public OutputStream openOutputStream() {
                    return classes.computeIfAbsent(className, unused -> new ByteArrayOutputStream());
                }
            };
        }
    }

    private static final class Loader extends ClassLoader {
        private final Map<String, ByteArrayOutputStream> classes;

        Loader(Map<String, ByteArrayOutputStream> classes) {
            super(JavaBuild.class.getClassLoader());
            this.classes = classes;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            ByteArrayOutputStream bytes = classes.get(name);
            if (bytes == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, bytes.toByteArray(), 0, bytes.size());
        }
    }
}
