using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Tests.PostgresWire;
using Aep.Sdk.Emulator.Tests.Support;
using Npgsql;

namespace Aep.Sdk.Emulator.Tests.Sql;

/// <summary>Keys, identities, new columns and data groups.</summary>
public sealed class AlterTableTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    [Fact]
    public async Task Identities_are_descriptors_that_the_schema_registry_knows()
    {
        await using NpgsqlConnection connection = await QueryServiceConnection.OpenAsync(fixture);
        await connection.ExecuteAsync("CREATE TABLE people AS SELECT 'p1' AS id, struct('a@b.c' AS mail) AS contact, 7 AS age");
        await connection.ExecuteAsync("ALTER TABLE people ADD CONSTRAINT PRIMARY IDENTITY (ID) NAMESPACE 'IDFA'");
        await connection.ExecuteAsync("ALTER TABLE people ADD CONSTRAINT IDENTITY (contact.mail) NAMESPACE Email");
        object?[][] mine = [.. (await connection.RowsAsync("SHOW IDENTITIES")).Where(row => row[0] is "people").OrderBy(row => row[1])];
        Assert.Equal([["people", "contact.mail", "text", "Email", false], ["people", "id", "text", "IDFA", true]], mine);
        JsonObject[] descriptors = await DescriptorsAsync();
        Assert.Contains(descriptors, item =>
            (string?)item["xdm:sourceProperty"] == "/id" && (string?)item["xdm:namespace"] == "IDFA" && (bool)item["xdm:isPrimary"]!);
        Assert.Contains(descriptors, item => (string?)item["xdm:sourceProperty"] == "/contact/mail" && !(bool)item["xdm:isPrimary"]!);

        const string Add = "ALTER TABLE people ADD CONSTRAINT";
        Assert.Equal("42710", (await connection.FailsAsync($"{Add} PRIMARY IDENTITY (contact.mail) NAMESPACE 'Email'")).SqlState);
        Assert.Equal("22023", (await connection.FailsAsync($"{Add} IDENTITY (age) NAMESPACE 'Email'")).SqlState);
        await connection.ExecuteAsync("ALTER TABLE people DROP CONSTRAINT PRIMARY IDENTITY (id)");
        Assert.DoesNotContain(await DescriptorsAsync(), item => (string?)item["xdm:sourceProperty"] == "/id");
        Assert.Equal("42704", (await connection.FailsAsync("ALTER TABLE people DROP CONSTRAINT PRIMARY IDENTITY (id)")).SqlState);
    }

    [Fact]
    public async Task Keys_are_kept_and_listed_column_by_column()
    {
        await using NpgsqlConnection connection = await QueryServiceConnection.OpenAsync(fixture);
        await connection.ExecuteAsync("CREATE TABLE key_orders AS SELECT 'o' AS region, CAST(1 AS BIGINT) AS number, 'p' AS buyer");
        await connection.ExecuteAsync("CREATE TABLE key_lines AS SELECT 'o' AS place, CAST(1 AS BIGINT) AS order_number, 2.5 AS price");
        await connection.ExecuteAsync("ALTER TABLE key_orders ADD CONSTRAINT PRIMARY KEY (region, number) NAMESPACE 'ECID'");
        await connection.ExecuteAsync(
            "ALTER TABLE key_lines ADD CONSTRAINT FOREIGN KEY (place, order_number) REFERENCES key_orders (region, number)");
        Assert.Equal(
            [["key_orders", "region", "text", "ECID"], ["key_orders", "number", "int8", "ECID"]],
            (await connection.RowsAsync("SHOW PRIMARY KEYS")).Where(row => row[0] is "key_orders"));
        Assert.Equal(
            [
                ["key_lines", "place", "text", "key_orders", "region", null],
                ["key_lines", "order_number", "int8", "key_orders", "number", null],
            ],
            (await connection.RowsAsync("SHOW FOREIGN KEYS")).Where(row => row[0] is "key_lines"));
        await connection.ExecuteAsync("ALTER TABLE key_lines DROP CONSTRAINT FOREIGN KEY (place, order_number)");
        await connection.ExecuteAsync("DROP TABLE key_orders");
        Assert.Empty(await connection.RowsAsync("SHOW FOREIGN KEYS"));
        Assert.DoesNotContain(await connection.RowsAsync("SHOW PRIMARY KEYS"), row => row[0] is "key_orders");
    }

    [Theory]
    [InlineData("ALTER TABLE nowhere ADD COLUMN a int", "42P01")]
    [InlineData("ALTER TABLE altered ADD COLUMN A int", "42701")]
    [InlineData("ALTER TABLE altered ADD COLUMN b", "42601")]
    [InlineData("ALTER TABLE altered ADD COLUMN b nonsense", "42704")]
    [InlineData("ALTER TABLE altered", "42601")]
    [InlineData("ALTER TABLE altered_view ADD COLUMN b int", "42809")]
    [InlineData("ALTER TABLE altered ADD CONSTRAINT PRIMARY KEY (nothing) NAMESPACE 'ECID'", "42703")]
    [InlineData("ALTER TABLE altered ADD CONSTRAINT PRIMARY KEY (a)", "42601")]
    [InlineData("ALTER TABLE altered ADD CONSTRAINT IDENTITY (a, c) NAMESPACE 'ECID'", "42601")]
    [InlineData("ALTER TABLE altered ADD CONSTRAINT FOREIGN KEY (a) REFERENCES altered (a, c)", "42601")]
    [InlineData("ALTER TABLE altered ADD CONSTRAINT FOREIGN KEY (a) REFERENCES altered (c)", "42804")]
    [InlineData("ALTER TABLE altered ADD SCHEMA nowhere.at_all", "3F000")]
    [InlineData("ALTER TABLE altered ADD SCHEMA alone", "42601")]
    [InlineData("ALTER TABLE altered OWNER TO me", "0A000")]
    public async Task What_cannot_be_altered_is_an_error(string sql, string state)
    {
        await using NpgsqlConnection connection = await QueryServiceConnection.OpenAsync(fixture);
        await connection.ExecuteAsync("CREATE TABLE IF NOT EXISTS altered AS SELECT 1 AS a, 'x' AS c");
        await connection.ExecuteAsync("CREATE OR REPLACE VIEW altered_view AS SELECT 1 AS a");
        Assert.Equal(state, (await connection.FailsAsync(sql)).SqlState);
    }

    [Fact]
    public async Task New_columns_are_null_in_the_rows_that_are_there_and_take_values_in_new_ones()
    {
        await using NpgsqlConnection connection = await QueryServiceConnection.OpenAsync(fixture);
        await connection.ExecuteAsync("CREATE TABLE grown AS SELECT 1 AS a");
        await connection.ExecuteAsync("ALTER TABLE grown ADD COLUMN b varchar(10), c datetime");
        await connection.ExecuteAsync("INSERT INTO grown SELECT 2 AS a, 'two' AS b, TIMESTAMP '2024-01-02 03:04:05' AS c");
        Assert.Equal(
            [[1, null, null], [2, "two", new DateTime(2024, 1, 2, 3, 4, 5)]],
            await connection.RowsAsync("SELECT a, b, c FROM grown ORDER BY a"));
        Assert.Equal(
            ["int", "string", "timestamp"],
            (await connection.RowsAsync("DESCRIBE grown")).OrderBy(row => row[0]).Select(row => row[1]));
    }

    [Fact]
    public async Task Data_groups_list_what_was_put_in_them_and_name_it_with_dots()
    {
        await using NpgsqlConnection connection = await QueryServiceConnection.OpenAsync(fixture);
        await connection.ExecuteAsync("CREATE TABLE grouped AS SELECT 5 AS a; CREATE VIEW grouped_view AS SELECT a FROM grouped");
        await connection.ExecuteAsync("CREATE DATABASE databaseA; CREATE SCHEMA databaseA.schema1; CREATE SCHEMA databaseA.schema2");
        await connection.ExecuteAsync("ALTER TABLE grouped SET SCHEMA databaseA.schema1");
        await connection.ExecuteAsync("ALTER VIEW grouped_view SET SCHEMA databaseA.schema1");
        Assert.Contains(await connection.RowsAsync("SHOW DATABASES"), row => row[0] is "databaseA");
        Assert.Contains(await connection.RowsAsync("SHOW SCHEMAS"), row => row is ["databaseA", "schema2"]);
        object?[] child = Assert.Single(await connection.RowsAsync("SHOW DATAGROUPS FOR 'grouped'"));
        Assert.Equal(["databaseA", "schema1", "ADLS", "Data Lake Table", "grouped"], child[..5]);
        Assert.Contains(await connection.RowsAsync("SHOW TABLES"), row => row[0] is "grouped" && Equals(row[1], child[5]));
        Assert.Equal(5, await connection.ScalarAsync("SELECT a FROM databaseA.schema1.grouped"));
        Assert.Equal("42P01", (await connection.FailsAsync("SELECT a FROM databaseA.schema2.grouped")).SqlState);
        Assert.Equal("2BP01", (await connection.FailsAsync("DROP DATABASE databaseA")).SqlState);
        Assert.Equal("2BP01", (await connection.FailsAsync("DROP SCHEMA databaseA.schema1")).SqlState);
        await connection.ExecuteAsync("DROP SCHEMA databaseA.schema1 CASCADE");
        Assert.Equal(5, await connection.ScalarAsync("SELECT a FROM grouped"));
        await connection.ExecuteAsync("DROP DATABASE databaseA");
        Assert.DoesNotContain(await connection.RowsAsync("SHOW SCHEMAS"), row => row[0] is "databaseA");
    }

    [Fact]
    public async Task A_session_of_a_database_or_a_schema_lists_what_is_in_it()
    {
        await using (NpgsqlConnection all = await QueryServiceConnection.OpenAsync(fixture))
        {
            await all.ExecuteAsync("""
                CREATE TABLE in_one AS SELECT 1 AS a; CREATE TABLE in_two AS SELECT 2 AS a; CREATE TABLE in_none AS SELECT 3 AS a;
                CREATE VIEW in_one_view AS SELECT a FROM in_one;
                CREATE DATABASE dbC; CREATE SCHEMA dbC.one; CREATE SCHEMA dbC.two; CREATE DATABASE dbD; CREATE SCHEMA dbD.three;
                ALTER TABLE in_one SET SCHEMA dbC.one; ALTER VIEW in_one_view SET SCHEMA dbC.one; ALTER TABLE in_two SET SCHEMA dbC.two
                """);
            Assert.Equal(1, await all.ScalarAsync("SELECT a FROM one.in_one"));
        }

        await using (NpgsqlConnection database = await QueryServiceConnection.OpenAsync(fixture, "dev:dbC"))
        {
            Assert.Equal(["dbC"], Assert.Single(await database.RowsAsync("SHOW DATABASES")));
            Assert.Equal([["dbC", "one"], ["dbC", "two"]], await database.RowsAsync("SHOW SCHEMAS"));
            Assert.Equal(["in_one", "in_two"], (await database.RowsAsync("SHOW TABLES")).Select(row => row[0]));
            Assert.Equal(3L, await database.ScalarAsync(
                "SELECT sum(a) FROM (SELECT a FROM one.in_one UNION ALL SELECT a FROM dbC.two.in_two)"));
            Assert.Equal("42P01", (await database.FailsAsync("SELECT a FROM one.in_two")).SqlState);
            Assert.Equal("42P01", (await database.FailsAsync("SELECT a FROM three.in_one")).SqlState);
        }

        foreach (string name in new[] { "dev:dbC.one", "dev:dbc:ONE" })
        {
            await using NpgsqlConnection schema = await QueryServiceConnection.OpenAsync(fixture, name);
            Assert.Equal(["dbC"], Assert.Single(await schema.RowsAsync("SHOW DATABASES")));
            Assert.Equal(["dbC", "one"], Assert.Single(await schema.RowsAsync("SHOW SCHEMAS")));
            Assert.Equal("in_one", Assert.Single(await schema.RowsAsync("SHOW TABLES"))[0]);
            Assert.Equal("in_one_view", Assert.Single(await schema.RowsAsync("SHOW VIEWS"))[1]);
            Assert.Equal(2, (await schema.RowsAsync("SHOW DATAGROUPS")).Count);
            Assert.Equal(3, await schema.ScalarAsync("SELECT a FROM in_none"));
        }
        PostgresException error =
            await Assert.ThrowsAsync<PostgresException>(() => QueryServiceConnection.OpenAsync(fixture, "dev:dbC.nowhere"));
        Assert.Equal("42P12", error.SqlState);
    }

    private async Task<JsonObject[]> DescriptorsAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/data/foundation/schemaregistry/tenant/descriptors");
        request.Headers.TryAddWithoutValidation("Accept", "application/vnd.adobe.xdm-v2+json");
        using HttpResponseMessage response = await fixture.Client.SendAsync(request);
        response.EnsureSuccessStatusCode();
        JsonObject page = (await response.Content.ReadFromJsonAsync<JsonObject>())!;
        return [.. page["results"]!.AsArray().Select(item => item!.AsObject())];
    }
}
