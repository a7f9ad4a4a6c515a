CREATE TABLE asl4j_half (id INTEGER PRIMARY KEY);

INSERT INTO asl4j_nowhere (id) VALUES (1);

INSERT INTO asl4j_schema (version, script) VALUES (2, 'V2__that_fails.sql');
