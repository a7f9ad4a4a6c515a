package dev.asl4j.runtime.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The library for ZSTD is optional: what does without it is not in its way. */
final class WithoutZstdTest {
    @Test
    void onlyFilesThatAreCompressedNeedTheLibrary() throws IOException, ReflectiveOperationException {
        List<URL> classPath = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            if (!entry.contains("aircompressor")) {
                classPath.add(Path.of(entry).toUri().toURL());
            }
        }
        try (URLClassLoader loader =
                new URLClassLoader(classPath.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            Method of = loader.loadClass(Decompression.class.getName()).getDeclaredMethod("of", InputStream.class);
            of.setAccessible(true);
            byte[] plain = "a,b".getBytes(StandardCharsets.UTF_8);
            assertThat(((InputStream) of.invoke(null, new ByteArrayInputStream(plain))).readAllBytes())
                    .isEqualTo(plain);
            byte[] zstd = {(byte) 0x28, (byte) 0xB5, (byte) 0x2F, (byte) 0xFD, 0};
            assertThatThrownBy(() -> of.invoke(null, new ByteArrayInputStream(zstd)))
                    .isInstanceOf(InvocationTargetException.class)
                    .cause()
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("add io.airlift:aircompressor");
        }
    }
}
