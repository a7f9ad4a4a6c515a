package dev.asl4j.compiler;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Reads class files far enough to tell how large their methods are (Java virtual machine specification, chapter 4). */
final class LargestMethod {
    private LargestMethod() {}

    /** Bytes of code of the largest method; static initialisers run once and do not count. */
    static int of(byte[] classFile) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(classFile))) {
            in.skipNBytes(8);
            String[] texts = constantPool(in);
            in.skipNBytes(6);
            in.skipNBytes(2L * in.readUnsignedShort());
            members(in, texts);
            return members(in, texts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String[] constantPool(DataInputStream in) throws IOException {
        String[] texts = new String[in.readUnsignedShort()];
        for (int i = 1; i < texts.length; i++) {
            int tag = in.readUnsignedByte();
            switch (tag) {
                case 1 -> texts[i] = in.readUTF();
                case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipNBytes(4);
                case 5, 6 -> {
                    in.skipNBytes(8);
                    i++;
                }
                case 15 -> in.skipNBytes(3);
                default -> in.skipNBytes(2);
            }
        }
        return texts;
    }

    private static int members(DataInputStream in, String[] texts) throws IOException {
        int largest = 0;
        for (int members = in.readUnsignedShort(); members > 0; members--) {
            in.skipNBytes(2);
            String name = texts[in.readUnsignedShort()];
            in.skipNBytes(2);
            for (int attributes = in.readUnsignedShort(); attributes > 0; attributes--) {
                String attribute = texts[in.readUnsignedShort()];
                byte[] content = new byte[in.readInt()];
                in.readFully(content);
                if ("Code".equals(attribute) && !"<clinit>".equals(name)) {
                    largest = Math.max(largest, new DataInputStream(new ByteArrayInputStream(content, 4, 4)).readInt());
                }
            }
        }
        return largest;
    }
}
