package com.acme;

final class ProbeUser {
    Class<?> used() {
        return Probe.class;
    }
}
