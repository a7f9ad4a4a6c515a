package dev.asl4j.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Holds the documents and the integration projects against the plugin's descriptor. {@code -Ddocs.update=true} rewrites the document. */
final class PluginParametersTest {
    private static final Path DOCUMENT = Path.of("../docs/plugin-parameters.md");
    private static final Path PROJECTS = Path.of("../it/plugin/src/it");
    private static final String BEGIN = "<!-- generated from the goals' javadoc -->\n";

    private static final Map<String, Parameter> PARAMETERS = new TreeMap<>();

    /** @param property empty: it can only be set in the POM */
    private record Parameter(String name, String property, String description, List<String> goals) {
        String section() {
            String where = property.isEmpty() ? "In the POM only" : "On the command line `-D" + property + "`";
            return """

                    ### `%s`

                    %s

                    %s; goals `%s`.
                    """.formatted(name, description.replace("<", "\\<"), where, String.join("`, `", goals));
        }
    }

    @BeforeAll
    static void readDescriptor() throws IOException, ParserConfigurationException, SAXException {
        File descriptor = new File("target/classes/META-INF/maven/plugin.xml");
        Document plugin =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(descriptor);
        for (Element mojo : elements(plugin.getElementsByTagName("mojo"))) {
            Element configuration =
                    elements(mojo.getElementsByTagName("configuration")).get(0);
            for (Element parameter : elements(mojo.getElementsByTagName("parameter"))) {
                if (text(parameter, "editable").equals("true")) {
                    String name = text(parameter, "name");
                    boolean hasProperty =
                            configuration.getElementsByTagName(name).getLength() > 0;
                    String property = hasProperty
                            ? text(configuration, name).replace("${", "").replace("}", "")
                            : "";
                    PARAMETERS
                            .computeIfAbsent(
                                    hasProperty ? property : "asl." + name,
                                    key -> new Parameter(
                                            name, property, text(parameter, "description"), new ArrayList<>()))
                            .goals()
                            .add(text(mojo, "goal"));
                }
            }
        }
    }

    @Test
    void theDocumentSaysWhatTheDescriptorSays() throws IOException {
        StringBuilder sections = new StringBuilder();
        PARAMETERS.values().forEach(parameter -> sections.append(parameter.section()));
        String document = Files.readString(DOCUMENT);
        String expected = document.substring(0, document.indexOf(BEGIN) + BEGIN.length()) + sections;
        if (Boolean.getBoolean("docs.update")) {
            Files.writeString(DOCUMENT, expected);
        }

        assertThat(Files.readString(DOCUMENT)).isEqualTo(expected);
    }

    @Test
    void everyDescriptionHasDefaultAndExample() {
        assertThat(PARAMETERS).hasSizeGreaterThan(10);
        assertThat(PARAMETERS.values()).allSatisfy(parameter -> {
            assertThat(parameter.description()).contains("Default: ", "Example: ");
            assertThat(parameter.property()).matches("(asl\\..+)?");
        });
    }

    /** No parameter without an integration project that sets it, in its POM or on its command line. */
    @Test
    void everyParameterIsTried() throws IOException {
        StringBuilder projects = new StringBuilder();
        try (Stream<Path> files = Files.walk(PROJECTS)) {
            for (Path file : files.filter(file -> file.toString().matches(".*\\.(xml|groovy|properties)"))
                    .toList()) {
                projects.append(Files.readString(file));
            }
        }
        assertThat(PARAMETERS.values())
                .allSatisfy(parameter -> assertThat(projects.toString())
                        .containsAnyOf(
                                "<" + parameter.name() + ">",
                                "-D" + (parameter.property().isEmpty() ? parameter.name() : parameter.property()),
                                "<" + parameter.property() + ">"));
    }

    private static List<Element> elements(NodeList nodes) {
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    private static String text(Element parent, String tag) {
        return parent.getElementsByTagName(tag).item(0).getTextContent();
    }
}
