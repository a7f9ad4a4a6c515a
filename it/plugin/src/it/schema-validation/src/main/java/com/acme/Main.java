package com.acme;

/** Runs the generated workflow with data of the right type, which its schema takes or refuses. */
public final class Main {
    public static void main(String[] arguments) {
        try {
            Greet workflow = new Greet();
            System.out.println(workflow.run("Ada"));
            System.out.println(workflow.run("ada"));
        } catch (IllegalArgumentException | IllegalStateException e) {
            System.out.println(e.getMessage());
        }
    }
}
