-- Times are microseconds since 1970 in UTC. JSON is text; "#..." in its place stands for a row of asl4j_payloads.

CREATE TABLE asl4j_schema (
  version INTEGER PRIMARY KEY,
  script TEXT NOT NULL,
  checksum TEXT
);

-- Engines that work on this database. One that is gone, or was taken for dead, has no row.
CREATE TABLE asl4j_sessions (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  commits INTEGER NOT NULL,
  expires INTEGER NOT NULL,
  engine TEXT NOT NULL
);

-- holder: the session that has it in hand; wake: when it is to go on, if there is none (0: at once, NULL: when a message comes).
CREATE TABLE asl4j_executions (
  key INTEGER PRIMARY KEY,
  machine TEXT NOT NULL,
  name TEXT NOT NULL,
  type TEXT NOT NULL,
  serial TEXT NOT NULL,
  input TEXT NOT NULL,
  start INTEGER NOT NULL,
  parent INTEGER,
  visit INTEGER,
  map_run TEXT,
  position INTEGER,
  items INTEGER,
  fingerprint TEXT NOT NULL,
  status TEXT NOT NULL,
  output TEXT,
  error TEXT,
  cause TEXT,
  stop INTEGER,
  last_event INTEGER NOT NULL,
  last_frame INTEGER NOT NULL,
  deadline INTEGER,
  redrive_count INTEGER NOT NULL,
  redriven INTEGER,
  pinned INTEGER NOT NULL,
  parked TEXT,
  holder INTEGER,
  wake INTEGER
);

CREATE UNIQUE INDEX asl4j_executions_name ON asl4j_executions (machine, name, serial) WHERE map_run IS NULL;
CREATE INDEX asl4j_executions_start ON asl4j_executions (start, key) WHERE map_run IS NULL;
CREATE INDEX asl4j_executions_machine_start ON asl4j_executions (machine, start, key) WHERE map_run IS NULL;
CREATE INDEX asl4j_executions_status_start ON asl4j_executions (status, start, key) WHERE map_run IS NULL;
CREATE INDEX asl4j_executions_machine_status_start ON asl4j_executions (machine, status, start, key) WHERE map_run IS NULL;
CREATE INDEX asl4j_executions_parked ON asl4j_executions (start, key) WHERE parked IS NOT NULL;
CREATE INDEX asl4j_executions_due ON asl4j_executions (wake, key) WHERE holder IS NULL AND wake IS NOT NULL;
CREATE INDEX asl4j_executions_holder ON asl4j_executions (holder) WHERE holder IS NOT NULL;
CREATE UNIQUE INDEX asl4j_executions_parent ON asl4j_executions (parent, visit) WHERE parent IS NOT NULL AND map_run IS NULL;
CREATE UNIQUE INDEX asl4j_executions_map_run ON asl4j_executions (map_run, position) WHERE map_run IS NOT NULL;
CREATE INDEX asl4j_executions_child ON asl4j_executions (name) WHERE map_run IS NOT NULL;
CREATE INDEX asl4j_executions_stop ON asl4j_executions (stop, key) WHERE stop IS NOT NULL AND map_run IS NULL;

-- Where executions stand. queue: the activity, as long as the execution runs and is not parked; queued: since when. last_event, last_frame: of the
-- execution when the frame was written; how far it has come is the highest of these and of what its own row says.
CREATE TABLE asl4j_frames (
  execution INTEGER NOT NULL,
  id INTEGER NOT NULL,
  parent INTEGER NOT NULL,
  branch INTEGER NOT NULL,
  place TEXT NOT NULL,
  state TEXT NOT NULL,
  type TEXT NOT NULL,
  phase TEXT NOT NULL,
  since INTEGER NOT NULL,
  input TEXT NOT NULL,
  value TEXT,
  variables TEXT,
  work TEXT,
  items TEXT,
  item TEXT,
  detail TEXT NOT NULL,
  activity TEXT,
  queue TEXT,
  queued INTEGER,
  last_event INTEGER NOT NULL,
  last_frame INTEGER NOT NULL,
  PRIMARY KEY (execution, id)
) WITHOUT ROWID;

CREATE INDEX asl4j_frames_queue ON asl4j_frames (queue, queued, execution, id) WHERE queue IS NOT NULL;

-- History: the events of a turn in one row. id: that of the first one; events: [[id, previous id, time, type, details, [fields of details that have
-- the hash of a payload], [fields of details that have the number of a text]], ..., [texts that several of these events have]].
CREATE TABLE asl4j_events (
  execution INTEGER NOT NULL,
  id INTEGER NOT NULL,
  events TEXT NOT NULL
);

CREATE UNIQUE INDEX asl4j_events_id ON asl4j_events (execution, id);

-- Mail that was not taken yet. execution: negative, and kind REFUSED, where a turn refused it, until whoever sent it knows.
CREATE TABLE asl4j_messages (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  execution INTEGER NOT NULL,
  kind TEXT NOT NULL,
  subject TEXT,
  data TEXT,
  error TEXT,
  cause TEXT
);

CREATE INDEX asl4j_messages_execution ON asl4j_messages (execution, id);
CREATE UNIQUE INDEX asl4j_messages_answer ON asl4j_messages (execution, subject) WHERE kind IN ('TASK_SUCCESS', 'TASK_FAILURE');
CREATE UNIQUE INDEX asl4j_messages_once ON asl4j_messages (execution, kind, coalesce(subject, '')) WHERE kind IN ('STOP', 'TASK_HEARTBEAT', 'REDRIVE');

CREATE TABLE asl4j_map_runs (
  arn TEXT PRIMARY KEY,
  execution INTEGER NOT NULL,
  frame INTEGER NOT NULL,
  visit INTEGER NOT NULL,
  status TEXT NOT NULL,
  start INTEGER NOT NULL,
  stop INTEGER,
  detail TEXT NOT NULL
) WITHOUT ROWID;

CREATE INDEX asl4j_map_runs_execution ON asl4j_map_runs (execution, start);

-- Long values, once for each execution; removed with it. hash: SHA-256 in Base64 for URLs.
CREATE TABLE asl4j_payloads (
  execution INTEGER NOT NULL,
  hash TEXT NOT NULL,
  content TEXT NOT NULL
);

CREATE UNIQUE INDEX asl4j_payloads_hash ON asl4j_payloads (execution, hash);

INSERT INTO asl4j_schema (version, script) VALUES (1, 'V1__executions.sql');
