package dev.asl4j.compiler.document;

import dev.asl4j.compiler.contract.Contract;
import dev.asl4j.compiler.dataflow.Facts;
import dev.asl4j.compiler.model.StateMachine;
import dev.asl4j.compiler.plan.JavaNames;
import dev.asl4j.compiler.plan.Signatures;
import dev.asl4j.compiler.plan.WorkflowPlan;
import dev.asl4j.compiler.schema.Schemas;
import java.util.List;

/**
 * What is known of a workflow.
 *
 * @param definition the path of its definition below the source root, with {@code /} between the parts
 * @param machineType the type that the machine is created with, in words: {@code Standard}
 * @param plan of its Java class
 * @param contract what is declared of its data
 * @param schemas those that the contract refers to
 * @param signatures the Java types at its borders
 * @param facts what is known of the data at each state
 */
public record Workflow(
        String definition,
        String machineType,
        StateMachine machine,
        WorkflowPlan plan,
        Contract contract,
        Schemas schemas,
        Signatures signatures,
        List<Facts> facts) {

    public Workflow {
        facts = List.copyOf(facts);
    }

    /** The path of its page below the folder of all pages: {@code com/acme/order.md}. */
    String page() {
        int folder = definition.lastIndexOf('/') + 1;
        String name = JavaNames.machineName(definition.substring(folder));
        // The list of all pages has that name, and some file systems do not tell upper from lower case.
        boolean isTaken = folder == 0 && (name + ".md").equalsIgnoreCase(Pages.INDEX);
        return definition.substring(0, folder) + name + (isTaken ? ".asl.md" : ".md");
    }

    String className() {
        return plan.packageName().isEmpty() ? plan.className() : plan.packageName() + "." + plan.className();
    }
}
