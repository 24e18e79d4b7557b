-- Functions of PostgreSQL that drivers and tools call about the catalog.
CREATE MACRO pg_table_is_visible(relation) AS true;
CREATE MACRO pg_type_is_visible(kind) AS true;
CREATE MACRO pg_function_is_visible(routine) AS true;
CREATE MACRO pg_get_userbyid(role) AS 'queryservice';
CREATE MACRO pg_encoding_to_char(encoding) AS CASE WHEN CAST(encoding AS INTEGER) = 6 THEN 'UTF8' END;
CREATE MACRO pg_get_expr(tree, relation) AS CAST(NULL AS VARCHAR), (tree, relation, pretty) AS CAST(NULL AS VARCHAR);
CREATE MACRO pg_get_indexdef(index) AS CAST(NULL AS VARCHAR), (index, part, pretty) AS CAST(NULL AS VARCHAR);
CREATE MACRO pg_get_constraintdef(key) AS CAST(NULL AS VARCHAR), (key, pretty) AS CAST(NULL AS VARCHAR);
CREATE MACRO pg_get_function_result(routine) AS CAST(NULL AS VARCHAR);
CREATE MACRO pg_get_function_arguments(routine) AS CAST(NULL AS VARCHAR);
CREATE MACRO pg_get_function_identity_arguments(routine) AS CAST(NULL AS VARCHAR);
CREATE MACRO obj_description(object) AS CAST(NULL AS VARCHAR), (object, relation) AS CAST(NULL AS VARCHAR);
CREATE MACRO shobj_description(object, relation) AS CAST(NULL AS VARCHAR);
CREATE MACRO col_description(relation, number) AS CAST(NULL AS VARCHAR);
CREATE MACRO pg_relation_size(relation) AS CAST(0 AS BIGINT);
CREATE MACRO pg_total_relation_size(relation) AS CAST(0 AS BIGINT);
CREATE MACRO pg_relation_is_publishable(relation) AS false;
CREATE MACRO pg_table_size(relation) AS CAST(0 AS BIGINT);
CREATE MACRO current_schema() AS 'public';
CREATE MACRO current_schemas(implicit) AS CASE WHEN implicit THEN ['pg_catalog', 'public'] ELSE ['public'] END;
CREATE MACRO pg_is_in_recovery() AS false;
CREATE MACRO has_table_privilege(relation, privilege) AS true, (role, relation, privilege) AS true;
CREATE MACRO has_schema_privilege(name, privilege) AS true, (role, name, privilege) AS true;
CREATE MACRO has_database_privilege(name, privilege) AS true, (role, name, privilege) AS true;
CREATE MACRO quote_ident(name) AS '"' || replace(name, '"', '""') || '"';
CREATE MACRO array_upper(items, dimension) AS CASE WHEN dimension = 1 THEN CAST(nullif(len(items), 0) AS INTEGER) END;
CREATE MACRO array_lower(items, dimension) AS CASE WHEN dimension = 1 AND len(items) > 0 THEN 1 END;
CREATE MACRO _pg_expandarray(items) AS unnest(list_transform(items, lambda item, place: {'x': item, 'n': CAST(place AS INTEGER)}));

-- A type as PostgreSQL writes it. The length of a varchar and the digits of a numeric are in the modifier.
CREATE MACRO format_type(kind, modifier) AS CASE CAST(kind AS BIGINT)
    WHEN 16 THEN 'boolean' WHEN 17 THEN 'bytea' WHEN 19 THEN 'name' WHEN 20 THEN 'bigint' WHEN 21 THEN 'smallint' WHEN 23 THEN 'integer' WHEN 25 THEN 'text'
    WHEN 26 THEN 'oid' WHEN 114 THEN 'json' WHEN 700 THEN 'real' WHEN 701 THEN 'double precision' WHEN 705 THEN 'unknown' WHEN 1042 THEN 'character'
    WHEN 1043 THEN 'character varying' WHEN 1082 THEN 'date' WHEN 1114 THEN 'timestamp without time zone' WHEN 1184 THEN 'timestamp with time zone'
    WHEN 1700 THEN 'numeric' WHEN 2950 THEN 'uuid'
    WHEN 1000 THEN 'boolean[]' WHEN 1005 THEN 'smallint[]' WHEN 1007 THEN 'integer[]' WHEN 1009 THEN 'text[]' WHEN 1015 THEN 'character varying[]'
    WHEN 1016 THEN 'bigint[]' WHEN 1021 THEN 'real[]' WHEN 1022 THEN 'double precision[]' WHEN 1182 THEN 'date[]' WHEN 1231 THEN 'numeric[]'
    WHEN 1115 THEN 'timestamp without time zone[]' WHEN 1185 THEN 'timestamp with time zone[]' WHEN 2951 THEN 'uuid[]' ELSE '???' END;
