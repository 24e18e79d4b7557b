import java.math.BigDecimal;
import java.sql.*;
import java.util.*;

/** What pgJDBC does with Query Service: start-up, metadata, prepared statements, cursors, cancel. Prints one line a fact, name=value. */
public class PgJdbcSession {
    public static void main(String[] arguments) throws Exception {
        String url = "jdbc:postgresql://" + env("AEP_HOST") + ":" + env("AEP_PORT") + "/" + env("AEP_DATABASE").replace(":", "%3A");
        Properties options = new Properties();
        options.setProperty("user", env("AEP_USER"));
        options.setProperty("password", env("AEP_PASSWORD"));
        options.setProperty("sslmode", "verify-ca");
        options.setProperty("sslrootcert", env("AEP_CERTIFICATE"));
        options.setProperty("ApplicationName", "jdbc test");
        try (Connection connection = DriverManager.getConnection(url, options)) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE IF NOT EXISTS jdbc_rows AS SELECT 1 AS n, 'one' AS t, TIMESTAMP '2024-01-02 03:04:05' AS at, struct('x' AS a) AS s");
                statement.execute("CREATE OR REPLACE VIEW jdbc_view AS SELECT t FROM jdbc_rows");
                statement.execute("CREATE TABLE jdbc_lines AS SELECT 1 AS line");
                statement.execute("ALTER TABLE jdbc_rows ADD CONSTRAINT PRIMARY KEY (n) NAMESPACE 'ECID'");
                statement.execute("ALTER TABLE jdbc_lines ADD CONSTRAINT FOREIGN KEY (line) REFERENCES jdbc_rows (n)");
            }
            metadata(connection.getMetaData());
            values(connection);
            cursor(connection);
            failures(connection);
        }
    }

    private static void metadata(DatabaseMetaData data) throws SQLException {
        say("product", data.getDatabaseProductName());
        say("schemas", rows(data.getSchemas(), "TABLE_SCHEM"));
        say("catalogs", rows(data.getCatalogs(), "TABLE_CAT"));
        say("tables", rows(data.getTables(null, "public", "jdbc\\_%w%", new String[] {"TABLE", "VIEW"}), "TABLE_NAME", "TABLE_TYPE"));
        say("columns", rows(data.getColumns(null, null, "jdbc_rows", null), "COLUMN_NAME", "TYPE_NAME", "DATA_TYPE", "ORDINAL_POSITION", "NULLABLE"));
        say("keys", rows(data.getPrimaryKeys(null, "public", "jdbc_rows"), "COLUMN_NAME", "KEY_SEQ"));
        say("imported", rows(data.getImportedKeys(null, "public", "jdbc_lines"), "FKCOLUMN_NAME", "PKTABLE_NAME", "PKCOLUMN_NAME"));
        say("indexes", rows(data.getIndexInfo(null, "public", "jdbc_rows", false, true), "INDEX_NAME", "COLUMN_NAME"));
        say("types", String.valueOf(rows(data.getTypeInfo(), "TYPE_NAME").contains("numeric")));
        say("privileges", String.valueOf(rows(data.getTablePrivileges(null, "public", "jdbc_rows"), "PRIVILEGE").length() >= 0));
        say("functions", String.valueOf(rows(data.getFunctions(null, null, "sess\\_timeout"), "FUNCTION_NAME")));
    }

    private static void values(Connection connection) throws SQLException {
        // The sixth time the driver prepares by name, and asks for binary results.
        for (int round = 0; round < 7; round++) {
            try (PreparedStatement query = connection.prepareStatement("SELECT ? AS a, ? AS b, ? AS c, ? AS d, ? AS e, CAST(? AS DATE) AS f")) {
                query.setInt(1, 7);
                query.setLong(2, 1L << 60);
                query.setString(3, "it's");
                query.setBigDecimal(4, new BigDecimal("1234567890123456789012345.125"));
                query.setBoolean(5, true);
                query.setString(6, "2024-02-29");
                try (ResultSet result = query.executeQuery()) {
                    result.next();
                    say("values", result.getInt(1) + " " + result.getLong(2) + " " + result.getString(3) + " " + result.getBigDecimal(4) + " " + result.getBoolean(5) + " " + result.getDate(6));
                }
            }
        }
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO jdbc_rows (n, t) SELECT ?, ?")) {
            for (int n = 2; n < 5; n++) {
                insert.setInt(1, n);
                insert.setString(2, "row " + n);
                insert.addBatch();
            }
            say("batch", Arrays.toString(insert.executeBatch()));
        }
    }

    private static void cursor(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(300);
            long sum = 0;
            try (ResultSet result = statement.executeQuery("SELECT x FROM range(1000) AS r(x)")) {
                while (result.next())
                    sum += result.getLong(1);
            }
            say("cursor", String.valueOf(sum));
        }
        connection.commit();
        connection.setAutoCommit(true);
        connection.setReadOnly(true);
        say("isolation", String.valueOf(connection.getTransactionIsolation()));
        say("valid", String.valueOf(connection.isValid(5)));
        connection.setReadOnly(false);
    }

    private static void failures(Connection connection) throws Exception {
        try (Statement statement = connection.createStatement()) {
            statement.executeQuery("SELECT * FROM no_such_table");
        } catch (SQLException error) {
            say("missing", error.getSQLState());
        }
        try (Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(1);
            statement.executeQuery("SELECT count(*) FROM range(1000000000000) AS r(x) WHERE (x * x) % 1000003 = 1");
        } catch (SQLException error) {
            say("timeout", error.getSQLState());
        }
    }

    private static String rows(ResultSet result, String... columns) throws SQLException {
        StringJoiner rows = new StringJoiner("; ");
        while (result.next()) {
            StringJoiner row = new StringJoiner(" ");
            for (String column : columns)
                row.add(result.getString(column));
            rows.add(row.toString());
        }
        return rows.toString();
    }

    private static String env(String name) { return System.getenv(name); }

    private static void say(String name, String value) { System.out.println(name + "=" + value); }
}
