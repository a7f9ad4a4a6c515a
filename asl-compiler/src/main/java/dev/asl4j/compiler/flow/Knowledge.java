package dev.asl4j.compiler.flow;

/** What the ways to a place have done with each variable. */
interface Knowledge {

    /** At the start of an execution no variable has a value. */
    Knowledge START = new Knowledge() {
        @Override
        public boolean has(int variable) {
            return false;
        }

        @Override
        public boolean lacks(int variable) {
            return true;
        }

        @Override
        public boolean surelyLacks(int variable) {
            return true;
        }
    };

    /** Whether it has a value on some way. */
    boolean has(int variable);

    /** Whether it has none on some way. */
    boolean lacks(int variable);

    /** The same without the ways on which a choice may have known. */
    boolean surelyLacks(int variable);

    /** The same once these have a value. */
    default Knowledge with(VariableSet given) {
        Knowledge before = this;
        return new Knowledge() {
            @Override
            public boolean has(int variable) {
                return given.contains(variable) || before.has(variable);
            }

            @Override
            public boolean lacks(int variable) {
                return !given.contains(variable) && before.lacks(variable);
            }

            @Override
            public boolean surelyLacks(int variable) {
                return !given.contains(variable) && before.surelyLacks(variable);
            }
        };
    }
}
