package dev.asl4j.it.fuzz;

import dev.asl4j.compiler.GeneratedFile;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles generated sources with javac, with all warnings on. The classes go nowhere. */
final class Javac {
    private Javac() {}

    static List<String> messages(List<GeneratedFile> files) {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        List<String> options = List.of("-Xlint:all,-processing", "-proc:none", "--release", "17");
        try (Nowhere nowhere = new Nowhere(javac.getStandardFileManager(diagnostics, Locale.ROOT, null))) {
            List<Source> sources = files.stream().map(Source::new).toList();
            javac.getTask(null, nowhere, diagnostics, options, null, sources).call();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return diagnostics.getDiagnostics().stream().map(Object::toString).toList();
    }

    private static final class Source extends SimpleJavaFileObject {
        private final GeneratedFile file;

        Source(GeneratedFile file) {
            super(URI.create("string:///Fuzzed.java"), Kind.SOURCE);
            this.file = file;
        }

        @Override
        public boolean isNameCompatible(String simpleName, Kind kind) {
            return kind == Kind.SOURCE && file.path().endsWith(simpleName + ".java");
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return file.content();
        }
    }

    private static final class Nowhere extends ForwardingJavaFileManager<JavaFileManager> {
        Nowhere(JavaFileManager manager) {
            super(manager);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("mem:///x.class"), kind) {
                @Override
                public OutputStream openOutputStream() {
                    return OutputStream.nullOutputStream();
                }
            };
        }
    }
}
