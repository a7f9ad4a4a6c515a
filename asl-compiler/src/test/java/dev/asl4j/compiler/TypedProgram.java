package dev.asl4j.compiler;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;

/**
 * A program on generated types: a folder with definitions, their types and schemas, and {@code app/Program.java}.
 *
 * @param files those that are generated
 * @param source of the program
 */
record TypedProgram(List<GeneratedFile> files, String source) {
    private static final Path FOLDER = Path.of("src/test/resources/typed");

    /** What breaks it: texts of the program that are right, what is wrong in their place, and what javac says of that. */
    record Break(String program, String right, String wrong, String message) {
        @Override
        public String toString() {
            return program + ": " + wrong;
        }
    }

    static TypedProgram of(String name) throws IOException {
        return of(name, CompilerOptions.DEFAULTS);
    }

    static TypedProgram of(String name, CompilerOptions options) throws IOException {
        CompilationResult result = TypedSources.of(FOLDER.resolve(name)).compile(options);
        if (!result.diagnostics().isEmpty()) {
            throw new AssertionError(result.diagnostics());
        }
        return new TypedProgram(result.files(), Files.readString(FOLDER.resolve(name + "/app/Program.java")));
    }

    static Stream<Break> breaks(String name) throws IOException {
        return Files.readAllLines(FOLDER.resolve(name + "/breaks.txt")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split(" \\| ", -1))
                .map(row -> new Break(name, row[0], row[1], row[2]));
    }

    TypedProgram with(Break broken) {
        String changed = source.replace(broken.right(), broken.wrong());
        if (changed.equals(source)) {
            throw new AssertionError("nowhere in the program: " + broken.right());
        }
        return new TypedProgram(files, changed);
    }

    Compilation compile() {
        List<JavaFileObject> sources = Stream.concat(
                        files.stream()
                                .map(file -> JavaFileObjects.forSourceString(
                                        file.path().replace(".java", "").replace('/', '.'), file.content())),
                        Stream.of(file()))
                .toList();
        return Compiler.javac()
                .withOptions("-Xlint:all,-processing", "-Werror", "-proc:none")
                .compile(sources);
    }

    JavaFileObject file() {
        return JavaFileObjects.forSourceString("app.Program", source);
    }

    /** Calls {@code Program.run}. */
    String run(Object... arguments) throws ReflectiveOperationException {
        return (String) method().invoke(null, arguments);
    }

    /** {@code Program.run}, to be called more than once. */
    Method method() throws ReflectiveOperationException {
        List<GeneratedFile> all = new ArrayList<>(files);
        all.add(new GeneratedFile("app/Program.java", source, "app/Program.java"));
        InMemoryJava java = InMemoryJava.compile(all);
        if (!java.messages().isEmpty()) {
            throw new AssertionError(java.messages());
        }
        return Stream.of(java.loader().loadClass("app.Program").getMethods())
                .filter(method -> method.getName().equals("run"))
                .findFirst()
                .orElseThrow();
    }
}
