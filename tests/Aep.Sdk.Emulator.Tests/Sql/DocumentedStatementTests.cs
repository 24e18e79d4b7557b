using Aep.Sdk.Emulator.Tests.PostgresWire;
using Aep.Sdk.Emulator.Tests.Support;
using Npgsql;

namespace Aep.Sdk.Emulator.Tests.Sql;

/// <summary>
/// Every statement of the page on SQL syntax either works or says by name that the platform lacks it: never "syntax error", never "no such
/// setting".
/// </summary>
public sealed class DocumentedStatementTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private const string Works = "";
    private const string Lacks = "0A000";

    // In the order of the page; each may use what those before it made.
    private static readonly (string Sql, string State)[] Statements =
    [
        ("CREATE TABLE inventory AS (SELECT 'chair' AS type, 'red' AS color, 3 AS id UNION ALL SELECT 'chair', 'blue', 4)", Works),
        ("WITH w (c) AS (SELECT color FROM inventory) SELECT DISTINCT c AS k FROM w ORDER BY c DESC NULLS LAST LIMIT ALL OFFSET 0", Works),
        ("SELECT ALL type, count(*) AS n FROM inventory AS i (type, color, id) GROUP BY ROLLUP (type) HAVING count(*) > 0", Works),
        ("SELECT type, color, count(*) FROM inventory GROUP BY CUBE (type, color)", Works),
        ("SELECT type, color, count(*) FROM inventory GROUP BY GROUPING SETS ((type), (color), ())", Works),
        ("SELECT sum(id) OVER w FROM inventory WINDOW w AS (PARTITION BY type ORDER BY id)", Works),
        ("SELECT * FROM inventory SNAPSHOT SINCE 0", Works),
        ("SELECT * FROM inventory SNAPSHOT BETWEEN HEAD AND TAIL", Works),
        ("SELECT * FROM inventory WHERE color ILIKE 'R%' OR color NOT LIKE 'b%' OR color NOT ILIKE 'B%'", Works),
        ("SELECT * FROM inventory WHERE color ~~ 'r%' OR color !~~ 'b%' OR color ~~* 'R%' OR color !~~* 'B%'", Works),
        ("SELECT a.id, d.x FROM inventory a FULL OUTER JOIN inventory b USING (id), LATERAL (SELECT a.color) AS d (x)", Works),
        ("SELECT id FROM inventory * AS i ORDER BY id USING >", Works),
        ("SELECT e.id FROM inventory NATURAL JOIN inventory AS c RIGHT OUTER JOIN inventory AS e ON c.id = e.id", Works),
        ("SELECT a.id FROM inventory a INNER JOIN inventory b ON a.id = b.id LEFT JOIN inventory c ON c.id = b.id", Works),
        ("SELECT id FROM inventory UNION DISTINCT SELECT 1 INTERSECT SELECT 1 EXCEPT SELECT 2 MINUS SELECT 3", Works),
        ("CREATE TABLE chairs WITH (schema='no such schema', label='PROFILE') AS (SELECT 1 AS a)", "42704"),
        ("CREATE TABLE IF NOT EXISTS chairs WITH (rowvalidation='false') AS SELECT color, id FROM inventory WHERE type == 'chair'", Works),
        ("CREATE TABLE red_chairs AS (SELECT color, count(*) AS n FROM Inventory i WHERE i.type==\"chair\" GROUP BY i.color)", Works),
        ("INSERT INTO chairs SELECT color, id FROM inventory SNAPSHOT SINCE 0", Works),
        ("INSERT INTO chairs AS (SELECT color, id FROM inventory SNAPSHOT AS OF TAIL)", Works),
        ("DROP TABLE IF EXISTS nothing", Works),
        ("CREATE DATABASE IF NOT EXISTS dg1", Works),
        ("CREATE SCHEMA dg1.schema1", Works),
        ("CREATE SCHEMA IF NOT EXISTS dg1.schema1", Works),
        ("CREATE VIEW v1 AS SELECT color, type FROM inventory", Works),
        ("CREATE OR REPLACE VIEW v1 AS SELECT type FROM inventory", Works),
        ("CREATE OR REPLACE VIEW v1 AS SELECT l.a FROM (SELECT array(struct(1 AS a)) AS l) AS t", Lacks),
        ("ALTER VIEW v1 SET SCHEMA dg1.schema1", Works),
        ("SHOW DATABASES", Works),
        ("SHOW SCHEMAS", Works),
        ("SHOW DATAGROUPS", Works),
        ("SHOW DATAGROUPS FOR 'v1'", Works),
        ("ALTER VIEW v1 REMOVE SCHEMA dg1.schema1", Works),
        ("DROP VIEW IF EXISTS v1", Works),
        ("$$BEGIN SET @a = SELECT 1; SELECT @a; EXCEPTION WHEN OTHER THEN SELECT 'ERROR'; $$END", Works),
        ("$$\nBEGIN\n#Set mytableexist to 'true' if the table exists\nSET @a = SELECT table_exists('chairs');\n\n  # it's\nSELECT "
            + "@a;\nEND\n$$", Works),
        ("SET auto_to_json=true", Works),
        ("SET", Works),
        ("SET auto_to_json", Works),
        ("SET resolve_fallback_snapshot_on_failure=true", Works),
        ("SELECT table_exists('inventory')", Works),
        ("SELECT inline(array(struct(1, 'a'), struct(2, 'b'))), 'Spark SQL'", Works),
        ("ANALYZE TABLE inventory", Lacks),
        ("ANALYZE TABLE inventory FILTERCONTEXT (id > 3) COMPUTE STATISTICS FOR COLUMNS (id, color)", Works),
        ("ANALYZE TABLE inventory COMPUTE STATISTICS FOR ALL COLUMNS AS all_of_it", Works),
        ("SELECT * FROM inventory_stats_1", Works),
        ("SHOW STATISTICS", Works),
        ("SHOW STATISTICS FOR all_of_it", Works),
        ("SET aqp=true", Works),
        ("ANALYZE TABLE inventory FILTERCONTEXT (id > 0) TABLESAMPLE SAMPLERATE 5", Works),
        ("BEGIN", Works),
        ("COMMIT", Works),
        ("BEGIN WORK", Works),
        ("ROLLBACK WORK", Works),
        ("BEGIN TRANSACTION", Works),
        ("ROLLBACK", Works),
        ("START TRANSACTION", Works),
        ("END", Works),
        ("DECLARE c CURSOR WITH HOLD FOR VALUES (1), (2)", Works),
        ("FETCH 1 IN c", Works),
        ("FETCH 1 FROM c", Works),
        ("CLOSE c", Works),
        ("CLOSE ALL", Works),
        ("PREPARE p (int) AS SELECT $1", Works),
        ("EXECUTE p (1)", Works),
        ("DEALLOCATE p", Works),
        ("DEALLOCATE ALL", Works),
        ("EXPLAIN SELECT * FROM inventory", Works),
        ("EXPLAIN FORMAT JSON SELECT * FROM inventory", Works),
        ("EXPLAIN UPDATE inventory SET id = 1", Lacks),
        ("EXPLAIN CREATE MATERIALIZED VIEW m AS SELECT 1", Lacks),
        ("SELECT * INTO films_recent FROM inventory WHERE id >= 4", Works),
        ("SELECT DISTINCT ON (type) type, id INTO one_of_each FROM inventory ORDER BY type, id FETCH FIRST 5 ROWS ONLY", Works),
        ("SELECT * INTO UNLOGGED t FROM inventory", Lacks),
        ("SELECT * INTO t FROM inventory FOR UPDATE", Lacks),
        ("SELECT * INTO TEMPORARY t FROM inventory", Lacks),
        ("SHOW DateStyle", Works),
        ("SHOW SERVER_VERSION", Works),
        ("SHOW LC_COLLATE", Works),
        ("SHOW ALL", Works),
        ("COPY (SELECT * FROM inventory) TO '%scratch_space%/folder_location' WITH FORMAT 'csv'", Lacks),
        ("ALTER TABLE films_recent ADD CONSTRAINT PRIMARY KEY ( id ) NAMESPACE ECID", Works),
        ("ALTER TABLE chairs ADD CONSTRAINT FOREIGN KEY ( id ) REFERENCES films_recent ( id )", Works),
        ("ALTER TABLE films_recent ADD CONSTRAINT PRIMARY IDENTITY ( color ) NAMESPACE 'IDFA'", Works),
        ("ALTER TABLE chairs ADD CONSTRAINT IDENTITY(color) NAMESPACE 'IDFA'", Works),
        ("SHOW PRIMARY KEYS", Works),
        ("SHOW FOREIGN KEYS", Works),
        ("SHOW IDENTITIES", Works),
        ("ALTER TABLE chairs DROP CONSTRAINT FOREIGN KEY ( id )", Works),
        ("ALTER TABLE films_recent DROP CONSTRAINT PRIMARY KEY ( id )", Works),
        ("ALTER TABLE films_recent DROP CONSTRAINT PRIMARY IDENTITY ( color )", Works),
        ("ALTER TABLE chairs DROP CONSTRAINT IDENTITY ( color )", Works),
        ("ALTER TABLE films_recent ADD PRIMARY KEY (id) NOT ENFORCED", Works),
        ("ALTER TABLE chairs ADD FOREIGN KEY (id) REFERENCES films_recent(id) NOT ENFORCED", Works),
        ("ALTER TABLE chairs ADD COLUMN a bigint, b varchar(20), c double precision, d datetime, e char(3), f tinyint", Works),
        ("ALTER TABLE chairs ADD SCHEMA dg1.schema1", Works),
        ("SELECT a, d FROM dg1.schema1.chairs", Works),
        ("ALTER TABLE chairs REMOVE SCHEMA dg1.schema1", Works),
        ("ALTER TABLE chairs RENAME TO stools", Lacks),
        ("ALTER TABLE chairs DROP COLUMN a", Lacks),
        ("SHOW FUNCTIONS", Lacks),
        ("SHOW CREATE TABLE chairs", Lacks),
        ("SHOW TABLES LIKE 'c%'", Lacks),
        ("DROP SCHEMA IF EXISTS dg1.schema1 RESTRICT", Works),
        ("DROP SCHEMA IF EXISTS dg1.schema1 CASCADE", Works),
        ("DROP DATABASE dg1", Works),
        ("DROP DATABASE IF EXISTS dg1", Works),
        ("DROP TABLE chairs", Works),
    ];

    [Fact]
    public async Task Each_statement_of_the_syntax_page_works_or_is_refused_by_name()
    {
        await using NpgsqlConnection connection = await QueryServiceConnection.OpenAsync(fixture);
        List<string> wrong = [];
        foreach ((string sql, string expected) in Statements)
        {
            PostgresException? error = null;
            try
            {
                await connection.RowsAsync(sql);
            }
            catch (PostgresException exception)
            {
                error = exception;
            }
            if ((error?.SqlState ?? "") != expected)
                wrong.Add($"{sql}: {error?.SqlState} {error?.MessageText}");
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }
}
