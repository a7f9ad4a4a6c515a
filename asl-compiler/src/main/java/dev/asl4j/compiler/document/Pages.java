package dev.asl4j.compiler.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The pages of workflows. */
public final class Pages {
    /** The name of the list of all pages. */
    public static final String INDEX = "README.md";

    private final List<Workflow> workflows;
    private final boolean isListed;
    private final JavaTypes java;

    /** Only where there is one of the name: folders tell the others apart, which an ARN does not have. */
    private final Map<String, Workflow> byMachine = new HashMap<>();

    /** The workflows that start another, by the page of that one. */
    private final Map<String, Set<String>> startedBy = new HashMap<>();

    private Pages(List<Workflow> workflows, boolean isListed) {
        this.workflows = workflows.stream()
                .sorted(Comparator.comparing(Workflow::definition))
                .toList();
        this.isListed = isListed;
        this.java = new JavaTypes(workflows.get(0).signatures().types());
    }

    /** A page for each workflow of a compilation, and one that lists them, which comes first; none if there are no workflows. */
    public static List<Page> of(List<Workflow> workflows) {
        return workflows.isEmpty() ? List.of() : new Pages(workflows, true).pages();
    }

    /** The page of a workflow that stands alone. */
    public static Page of(Workflow workflow) {
        return new Pages(List.of(workflow), false).pages().get(0);
    }

    private List<Page> pages() {
        findNested();
        List<Page> pages = new ArrayList<>();
        if (isListed) {
            pages.add(new Page(INDEX, index(), workflows.get(0).definition()));
        }
        for (Workflow workflow : workflows) {
            String text = WorkflowPage.of(workflow, java, neighbours(workflow));
            pages.add(new Page(workflow.page(), text, workflow.definition()));
        }
        return pages;
    }

    private void findNested() {
        Set<String> names = new LinkedHashSet<>();
        for (Workflow workflow : workflows) {
            String name = workflow.machine().name();
            if (names.add(name)) {
                byMachine.put(name, workflow);
            } else {
                byMachine.remove(name);
            }
        }
        for (Workflow workflow : workflows) {
            for (String name : NestedWorkflows.of(workflow.machine()).values()) {
                Workflow started = byMachine.get(name);
                if (started != null) {
                    startedBy
                            .computeIfAbsent(started.page(), key -> new LinkedHashSet<>())
                            .add(link(started.page(), workflow));
                }
            }
        }
    }

    private WorkflowPage.Neighbours neighbours(Workflow workflow) {
        String page = workflow.page();
        String index = isListed ? Markdown.link("All workflows", Markdown.path(relative(page, INDEX))) : "";
        Map<String, String> started = new HashMap<>();
        NestedWorkflows.of(workflow.machine()).forEach((state, name) -> {
            Workflow other = byMachine.get(name);
            started.put(state, other == null ? Markdown.code(name) : link(page, other));
        });
        return new WorkflowPage.Neighbours(index, started, List.copyOf(startedBy.getOrDefault(page, Set.of())));
    }

    private static String link(String from, Workflow to) {
        return Markdown.link(Markdown.code(to.machine().name()), Markdown.path(relative(from, to.page())));
    }

    /** The way from one page to another. */
    static String relative(String from, String to) {
        String[] start = from.split("/", -1);
        String[] end = to.split("/", -1);
        int common = 0;
        while (common < Math.min(start.length, end.length) - 1 && start[common].equals(end[common])) {
            common++;
        }
        StringBuilder path = new StringBuilder("../".repeat(start.length - 1 - common));
        for (int i = common; i < end.length; i++) {
            path.append(end[i]).append(i < end.length - 1 ? "/" : "");
        }
        return path.toString();
    }

    private String index() {
        PageText page = new PageText();
        page.heading(1, "", "Workflows");
        Table table = new Table("Workflow", "Comment", "Java class", "Definition");
        for (Workflow workflow : workflows) {
            String comment = workflow.machine().comment();
            table.row(
                    link(INDEX, workflow),
                    comment == null ? "" : Markdown.text(comment),
                    Markdown.code(workflow.className()),
                    Markdown.code(workflow.definition()));
        }
        page.table(table);
        return page.toString();
    }
}
