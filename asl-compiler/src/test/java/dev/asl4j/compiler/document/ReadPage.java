package dev.asl4j.compiler.document;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/** What somebody who reads Markdown makes of a page. */
final class ReadPage extends AbstractVisitor {
    private static final Parser PARSER =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();
    private static final Pattern ANCHOR = Pattern.compile("<a id=\"([a-z0-9-]+)\">");

    /** All HTML but anchors and line ends: there is to be none. */
    final List<String> html = new ArrayList<>();

    /** The words in Markdown's own marks, such as emphasis and images: there are to be few. */
    final TreeSet<String> kinds = new TreeSet<>();

    final List<String> anchors = new ArrayList<>();
    final List<String> links = new ArrayList<>();
    final List<String> codes = new ArrayList<>();
    final List<String> fences = new ArrayList<>();
    final List<String> headings = new ArrayList<>();
    final StringBuilder text = new StringBuilder();
    int rows;

    static ReadPage of(String markdown) {
        ReadPage page = new ReadPage();
        Node document = PARSER.parse(markdown);
        document.accept(page);
        return page;
    }

    private void note(Node node) {
        kinds.add(node.getClass().getSimpleName());
    }

    @Override
    protected void visitChildren(Node parent) {
        note(parent);
        super.visitChildren(parent);
    }

    @Override
    public void visit(HtmlInline inline) {
        String literal = inline.getLiteral();
        Matcher anchor = ANCHOR.matcher(literal);
        if (anchor.matches()) {
            anchors.add(anchor.group(1));
        } else if (!literal.equals("</a>") && !literal.equals("<br>")) {
            html.add(literal);
        }
    }

    @Override
    public void visit(HtmlBlock block) {
        html.add(block.getLiteral());
    }

    @Override
    public void visit(Heading heading) {
        int codesBefore = codes.size();
        int textBefore = text.length();
        super.visit(heading);
        headings.add(text.substring(textBefore) + String.join("", codes.subList(codesBefore, codes.size())));
    }

    @Override
    public void visit(Link link) {
        links.add(link.getDestination());
        super.visit(link);
    }

    @Override
    public void visit(Image image) {
        html.add(image.toString());
    }

    @Override
    public void visit(Code code) {
        codes.add(code.getLiteral());
    }

    @Override
    public void visit(Text words) {
        text.append(words.getLiteral());
    }

    @Override
    public void visit(FencedCodeBlock block) {
        fences.add(block.getInfo());
    }

    @Override
    public void visit(CustomNode node) {
        rows += node instanceof TableRow ? 1 : 0;
        super.visit(node);
    }
}
