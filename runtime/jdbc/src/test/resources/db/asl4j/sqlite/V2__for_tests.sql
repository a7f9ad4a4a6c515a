CREATE TABLE asl4j_for_tests (id INTEGER PRIMARY KEY);

INSERT INTO asl4j_for_tests (id) VALUES (1);

INSERT INTO asl4j_schema (version, script) VALUES (2, 'V2__for_tests.sql');
