package dev.asl4j.s3;

import org.apache.catalina.connector.Connector;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps the server of the tests from being reached over the network: {@code server.address} is for the first of its two ports only. */
@Configuration(proxyBeanMethods = false)
public class OnlyLoopback {
    /** Binds the second one as well. */
    @Bean
    public WebServerFactoryCustomizer<TomcatServletWebServerFactory> bindsTheOtherPort() {
        return factory -> {
            for (Connector connector : factory.getAdditionalConnectors()) {
                connector.setProperty("address", "127.0.0.1");
            }
        };
    }
}
