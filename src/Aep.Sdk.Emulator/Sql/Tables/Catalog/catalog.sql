-- PostgreSQL's catalog over the tables of a sandbox. Each relation is a query between two headings; a name in braces stands for facts that the platform knows.

--- pg_catalog.pg_class
SELECT oid, name AS relname, namespace AS relnamespace, CAST(0 AS UINTEGER) AS reltype, CAST(0 AS UINTEGER) AS reloftype, CAST(10 AS UINTEGER) AS relowner,
    CAST(CASE kind WHEN 'i' THEN 403 ELSE 0 END AS UINTEGER) AS relam, CAST(0 AS UINTEGER) AS relfilenode, CAST(0 AS UINTEGER) AS reltablespace, 0 AS relpages, CAST(-1 AS FLOAT) AS reltuples,
    CAST(0 AS UINTEGER) AS reltoastrelid, false AS relhasindex, false AS relisshared, 'p' AS relpersistence, kind AS relkind, columns AS relnatts,
    CAST(0 AS SMALLINT) AS relchecks, false AS relhasoids, false AS relhasrules, false AS relhastriggers, false AS relhassubclass, false AS relrowsecurity,
    false AS relforcerowsecurity, true AS relispopulated, 'n' AS relreplident, false AS relispartition, CAST(NULL AS VARCHAR[]) AS relacl, CAST(NULL AS VARCHAR[]) AS reloptions
FROM {relations}

--- pg_catalog.pg_attribute
SELECT relation AS attrelid, name AS attname, type AS atttypid, -1 AS attstattarget, size AS attlen, number AS attnum, 0 AS attndims, -1 AS attcacheoff,
    modifier AS atttypmod, false AS attbyval, 'i' AS attalign, 'x' AS attstorage, false AS attnotnull, false AS atthasdef, false AS atthasmissing, '' AS attidentity,
    '' AS attgenerated, false AS attisdropped, true AS attislocal, 0 AS attinhcount, CAST(0 AS UINTEGER) AS attcollation, CAST(NULL AS VARCHAR[]) AS attacl,
    CAST(NULL AS VARCHAR[]) AS attoptions, CAST(NULL AS VARCHAR[]) AS attfdwoptions
FROM {columns}

--- pg_catalog.pg_type
SELECT oid, name AS typname, CAST(11 AS UINTEGER) AS typnamespace, CAST(10 AS UINTEGER) AS typowner, size AS typlen, false AS typbyval, 'b' AS typtype,
    category AS typcategory, false AS typispreferred, true AS typisdefined, ',' AS typdelim, CAST(0 AS UINTEGER) AS typrelid, element AS typelem, list AS typarray,
    input AS typinput, input AS typoutput, receive AS typreceive, receive AS typsend, false AS typnotnull, CAST(0 AS UINTEGER) AS typbasetype, -1 AS typtypmod,
    0 AS typndims, CAST(0 AS UINTEGER) AS typcollation, CAST(NULL AS VARCHAR) AS typdefault, CAST(NULL AS VARCHAR[]) AS typacl
FROM {types}

--- pg_catalog.pg_proc
SELECT oid, name AS proname, namespace AS pronamespace, CAST(10 AS UINTEGER) AS proowner, CAST(0 AS UINTEGER) AS prolang, false AS proisagg, false AS proiswindow, 'f' AS prokind,
    false AS proretset, CAST(0 AS UINTEGER) AS prorettype, CAST(0 AS SMALLINT) AS pronargs, CAST([] AS UINTEGER[]) AS proargtypes, CAST(NULL AS UINTEGER[]) AS proallargtypes,
    CAST(NULL AS VARCHAR[]) AS proargmodes, CAST(NULL AS VARCHAR[]) AS proargnames, 'v' AS provolatile, false AS prosecdef, 'u' AS proparallel, name AS prosrc, CAST(NULL AS VARCHAR[]) AS proacl
FROM {functions}

--- pg_catalog.pg_namespace
SELECT CAST(oid AS UINTEGER) AS oid, nspname, CAST(10 AS UINTEGER) AS nspowner, CAST(NULL AS VARCHAR[]) AS nspacl
FROM (VALUES (11, 'pg_catalog'), (2200, 'public'), (13000, 'information_schema')) AS n(oid, nspname)

--- pg_catalog.pg_database
SELECT CAST(5 AS UINTEGER) AS oid, current_database() AS datname, CAST(10 AS UINTEGER) AS datdba, 6 AS encoding, 'C' AS datcollate, 'C' AS datctype, false AS datistemplate,
    true AS datallowconn, -1 AS datconnlimit, CAST(0 AS UINTEGER) AS dattablespace, CAST(NULL AS VARCHAR[]) AS datacl

--- pg_catalog.pg_roles
SELECT CAST(10 AS UINTEGER) AS oid, 'queryservice' AS rolname, false AS rolsuper, true AS rolinherit, false AS rolcreaterole, false AS rolcreatedb, true AS rolcanlogin,
    false AS rolreplication, false AS rolbypassrls, -1 AS rolconnlimit, CAST(NULL AS TIMESTAMPTZ) AS rolvaliduntil, CAST(NULL AS VARCHAR[]) AS rolconfig

--- pg_catalog.pg_user
SELECT 'queryservice' AS usename, CAST(10 AS UINTEGER) AS usesysid, false AS usecreatedb, false AS usesuper, false AS userepl

--- pg_catalog.pg_tables
SELECT 'public' AS schemaname, name AS tablename, 'queryservice' AS tableowner, CAST(NULL AS VARCHAR) AS tablespace, false AS hasindexes, false AS hasrules, false AS hastriggers
FROM {relations} WHERE kind = 'r' AND namespace = 2200

--- pg_catalog.pg_views
SELECT 'public' AS schemaname, name AS viewname, 'queryservice' AS viewowner, definition FROM {relations} WHERE kind = 'v' AND namespace = 2200

--- pg_catalog.pg_attrdef
SELECT CAST(0 AS UINTEGER) AS oid, CAST(0 AS UINTEGER) AS adrelid, CAST(0 AS SMALLINT) AS adnum, '' AS adbin WHERE false

--- pg_catalog.pg_description
SELECT CAST(0 AS UINTEGER) AS objoid, CAST(0 AS UINTEGER) AS classoid, 0 AS objsubid, '' AS description WHERE false

--- pg_catalog.pg_index
SELECT oid AS indexrelid, relation AS indrelid, CAST(len(columns) AS SMALLINT) AS indnatts, CAST(len(columns) AS SMALLINT) AS indnkeyatts, true AS indisunique, true AS indisprimary,
    false AS indisexclusion, true AS indimmediate, false AS indisclustered, true AS indisvalid, false AS indisreplident, columns AS indkey,
    CAST(list_transform(columns, lambda c: 0) AS SMALLINT[]) AS indoption, CAST([] AS UINTEGER[]) AS indclass, CAST(NULL AS VARCHAR) AS indexprs, CAST(NULL AS VARCHAR) AS indpred
FROM {keys} WHERE isprimary

--- pg_catalog.pg_constraint
SELECT oid, name AS conname, CAST(2200 AS UINTEGER) AS connamespace, CASE WHEN isprimary THEN 'p' ELSE 'f' END AS contype, false AS condeferrable, false AS condeferred,
    false AS convalidated, relation AS conrelid, CAST(0 AS UINTEGER) AS contypid, index AS conindid,
    referenced AS confrelid, CAST(0 AS UINTEGER) AS conparentid, 'a' AS confupdtype, 'a' AS confdeltype, 's' AS confmatchtype, columns AS conkey, targets AS confkey
FROM {keys}

--- pg_catalog.pg_depend
SELECT CAST(2606 AS UINTEGER) AS classid, oid AS objid, 0 AS objsubid, CAST(1259 AS UINTEGER) AS refclassid, index AS refobjid, 0 AS refobjsubid, 'n' AS deptype
FROM {keys} WHERE NOT isprimary AND index <> 0

--- pg_catalog.pg_settings
SELECT 'max_index_keys' AS name, '32' AS setting

--- pg_catalog.pg_collation
SELECT CAST(0 AS UINTEGER) AS oid, '' AS collname, CAST(0 AS UINTEGER) AS collnamespace WHERE false

--- pg_catalog.pg_inherits
SELECT CAST(0 AS UINTEGER) AS inhrelid, CAST(0 AS UINTEGER) AS inhparent, 0 AS inhseqno, false AS inhdetachpending WHERE false

--- pg_catalog.pg_range
SELECT CAST(0 AS UINTEGER) AS rngtypid, CAST(0 AS UINTEGER) AS rngsubtype, CAST(0 AS UINTEGER) AS rngmultitypid WHERE false

--- pg_catalog.pg_enum
SELECT CAST(0 AS UINTEGER) AS oid, CAST(0 AS UINTEGER) AS enumtypid, '' AS enumlabel, CAST(0 AS FLOAT) AS enumsortorder WHERE false

--- pg_catalog.pg_trigger
SELECT CAST(0 AS UINTEGER) AS oid, CAST(0 AS UINTEGER) AS tgrelid, '' AS tgname, '' AS tgenabled, false AS tgisinternal, CAST(0 AS UINTEGER) AS tgconstraint WHERE false

--- pg_catalog.pg_rewrite
SELECT CAST(0 AS UINTEGER) AS oid, '' AS rulename, CAST(0 AS UINTEGER) AS ev_class, '' AS ev_type, '' AS ev_enabled WHERE false

--- pg_catalog.pg_auth_members
SELECT CAST(0 AS UINTEGER) AS roleid, CAST(0 AS UINTEGER) AS member, CAST(0 AS UINTEGER) AS grantor, false AS admin_option WHERE false

--- pg_catalog.pg_am
SELECT CAST(403 AS UINTEGER) AS oid, 'btree' AS amname, 'i' AS amtype

--- pg_catalog.pg_tablespace
SELECT CAST(0 AS UINTEGER) AS oid, '' AS spcname, CAST(10 AS UINTEGER) AS spcowner WHERE false

--- pg_catalog.pg_extension
SELECT CAST(0 AS UINTEGER) AS oid, '' AS extname, '' AS extversion, CAST(0 AS UINTEGER) AS extnamespace WHERE false

--- pg_catalog.pg_language
SELECT CAST(0 AS UINTEGER) AS oid, '' AS lanname WHERE false

--- information_schema.schemata
SELECT current_database() AS catalog_name, schema_name, 'queryservice' AS schema_owner
FROM (VALUES ('pg_catalog'), ('public'), ('information_schema')) AS n(schema_name)

--- information_schema.tables
SELECT current_database() AS table_catalog, 'public' AS table_schema, name AS table_name, CASE kind WHEN 'v' THEN 'VIEW' ELSE 'BASE TABLE' END AS table_type,
    CASE kind WHEN 'v' THEN 'NO' ELSE 'YES' END AS is_insertable_into
FROM {relations} WHERE namespace = 2200 AND kind IN ('r', 'v')

--- information_schema.views
SELECT current_database() AS table_catalog, 'public' AS table_schema, name AS table_name, definition AS view_definition, 'NO' AS is_updatable
FROM {relations} WHERE kind = 'v' AND namespace = 2200

--- information_schema.columns
SELECT current_database() AS table_catalog, 'public' AS table_schema, r.name AS table_name, c.name AS column_name, CAST(c.number AS INTEGER) AS ordinal_position,
    CAST(NULL AS VARCHAR) AS column_default, 'YES' AS is_nullable, format_type(c.type, NULL) AS data_type, CAST(NULL AS INTEGER) AS character_maximum_length,
    t.name AS udt_name
FROM {columns} AS c JOIN {relations} AS r ON r.oid = c.relation JOIN {types} AS t ON t.oid = c.type
