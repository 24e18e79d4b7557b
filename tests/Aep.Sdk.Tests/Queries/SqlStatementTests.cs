using Aep.Sdk.Queries;
using Aep.Sdk.TestSupport;
using CsCheck;

namespace Aep.Sdk.Tests.Queries;

public class SqlStatementTests
{
    private static readonly Gen<string> HostileText = Gen.OneOf(
        Gen.OneOf("'", "''", "\\", "\\'", "$$", "$", "--", "/*", "*/", ";", "\"", "`", "\n", "\r", "@x", "%", "{0}", "é", "漢", "😀",
            "\u2028", "\u0001", "OR 1=1"),
        Gen.Char.AlphaNumeric.Select(c => c.ToString()),
        Gen.Char['\u0001', '\ud7ff'].Select(c => c.ToString())).Array[0, 12].Select(string.Concat);

    [Fact]
    public void AnyTextIsReadBackAsItself() => HostileText.ForAll(
        value =>
        {
            SqlStatement sql = $"SELECT {value} AS a";
            foreach (bool backslashEscapes in new[] { false, true })
            {
                (string read, string rest) = SqlLexer.Read(sql.ToString(), "SELECT ".Length, backslashEscapes);
                Assert.Equal(value, read);
                Assert.Equal(" AS a", rest);
            }
        },
        iter: 100_000);

    [Fact]
    public void NoValueMakesAnotherCommand() => HostileText.ForAll(
        value =>
        {
            SqlStatement sql = $"SELECT {value} FROM t WHERE a = {value}; SELECT 2";
            Assert.Equal(["SELECT", "SELECT"], SqlText.Commands(sql.ToString()).Select(command => command.Words[0]));
        },
        iter: 100_000);

    [Fact]
    public void HalfCharactersAndNulAreRefusedWhereverTheyStand() =>
        Gen.Select(HostileText, Gen.OneOf(Gen.Const('\0'), Gen.Const('\ud800'), Gen.Const('\udfff')), HostileText).ForAll(
        (before, bad, after) => { Assert.Throws<ArgumentException>(() => { SqlStatement _ = $"SELECT {before + bad + "x" + after}"; }); },
            iter: 100_000);

    [Fact]
    public void NoValueEndsAnAnonymousBlock() => HostileText.ForAll(
        value =>
        {
            SqlStatement sql = $"$$ BEGIN SELECT {value}; END $$;";
            Assert.Equal(2, sql.ToString().Split("$$").Length - 1);
        },
        iter: 100_000);

    [Fact]
    public void AnyNameStaysOneName() => HostileText.Where(n => n.Length > 0).ForAll(
        name =>
        {
            string text;
            try
            {
                text = Sql.Column(name).ToString();
            }
            catch (ArgumentException)
            {
                Assert.Contains(name, c => c is '\\' or '$' or '\u2028' or '\u2029' || char.IsControl(c) || char.IsSurrogate(c));
                return;
            }

            if (text[0] == '"') Assert.Equal(name, text[1..^1].Replace("\"\"", "\""));
            else Assert.Matches("^[A-Za-z_][A-Za-z0-9_]*$", text);
            Assert.True(text[0] != '"' || (text[1..^1].Replace("\"\"", "").IndexOf('"') < 0));
        },
        iter: 100_000);

    [Theory]
    [InlineData("IN")]
    [InlineData("ANY")]
    [InlineData("array")]
    public void AnyTextsInAListAreReadBackAsThemselves(string form) => HostileText.Array[0, 5].ForAll(
        values =>
        {
            SqlStatement sql = form switch
            {
                "IN" => $"SELECT 1 WHERE a NOT IN ({values}) AND b; SELECT 2",
                "ANY" => $"SELECT 1 WHERE a = ANY ( {values}) AND b; SELECT 2",
                _ => $"SELECT 1 WHERE array_contains({values}, a) AND b; SELECT 2",
            };
            string text = sql.ToString();
            Assert.Equal(["SELECT", "SELECT"], SqlText.Commands(text).Select(command => command.Words[0]));
            if (values.Length == 0) return;
            foreach (bool backslashEscapes in new[] { false, true })
            {
                string opening = form == "array" ? "array(" : "IN (";
                string rest = text[(text.IndexOf(opening, StringComparison.Ordinal) + opening.Length)..];
                foreach (string value in values)
                {
                    (string read, rest) = SqlLexer.Read(rest, 0, backslashEscapes);
                    Assert.Equal(value, read);
                    rest = rest.StartsWith(", ", StringComparison.Ordinal) ? rest[2..] : rest;
                }

                Assert.Equal(form == "array" ? "), a) AND b; SELECT 2" : ") AND b; SELECT 2", rest);
            }
        },
        iter: 30_000);

    [Fact]
    public void SeveralValuesAreAListInInAndAnArrayElsewhere()
    {
        int[] ids = [1, -2];
        var names = new List<string?> { "a'b", null };
        long[] none = [];
        Assert.Equal("x IN (1, (-2)) AND y not in ('a''b', NULL)", Text($"x IN ({ids}) AND y not in ({names})"));
        Assert.Equal("x IN (\n  1, (-2)\n)", Text($"x IN (\n  {ids}\n)"));
        Assert.Equal("x IN (1, (-2)) OR y IN ('a''b', NULL)", Text($"x = ANY({ids}) OR y = any ( {names})"));
        Assert.Equal("array_contains(array(1, (-2)), x)", Text($"array_contains({ids}, x)"));
        Assert.Equal("f(x, array()) + min(array())", Text($"f(x, {none}) + min({none})"));
        Assert.Equal("x IN (SELECT NULL WHERE FALSE)", Text($"x IN ({none})"));
        Assert.Equal("f(array(array(1, (-2)), array()))", Text($"f({new[] { ids, [] }})"));
        Assert.Equal("x <= ANY(array(1, (-2))) OR x >= any(array(1, (-2)))", Text($"x <= ANY({ids}) OR x >= any({ids})"));
        Assert.Equal("-- x IN (\n array(1, (-2))", Text($"-- x IN (\n {ids}"));
        Assert.Equal("x IN (DATE '2026-03-01')", Text($"x IN ({new[] { new DateOnly(2026, 3, 1) }})"));
        Assert.Throws<ArgumentException>(() => Text($"x IN ('{ids}')"));
        Assert.Throws<ArgumentException>(() => Text($"x IN ({new byte[] { 1 }})"));
        Assert.Throws<ArgumentException>(() => Text($"x IN ({new[] { new object() }})"));
        Assert.Contains("Join", Assert.Throws<ArgumentException>(() => Text($"SELECT {new[] { Sql.Column("a") }}")).Message);

        static string Text(SqlStatement sql) => sql.ToString();
    }

    [Fact]
    public void TextThatNoDatabaseHoldsIsRefused()
    {
        foreach (string value in new[] { "a\0b", "half \ud800 pair", "\udc00" })
            Assert.Throws<ArgumentException>(() => (SqlStatement)$"SELECT {value}");
    }

    [Fact]
    public void ValuesOfEachTypeAreLiterals()
    {
        var time = new DateTimeOffset(2026, 3, 1, 14, 30, 0, TimeSpan.FromHours(2));
        SqlStatement sql =
            $"{1} {-1} {1.5} {-0.25m} {1e-9} {double.NaN} {true} {(string?)null} {time} {new DateOnly(2026, 3, 1)} {Guid.Empty} "
                + $"{9_000_000_000L}";

        Assert.Equal(
            "1 (-1) 1.5 (-0.25) CAST('1E-09' AS DOUBLE) CAST('NaN' AS DOUBLE) TRUE NULL TIMESTAMP '2026-03-01 12:30:00.000000' DATE "
                + "'2026-03-01' "
            + "'00000000-0000-0000-0000-000000000000' 9000000000",
            sql.ToString());
    }

    [Fact]
    public void ANegativeNumberCannotBeginAComment()
    {
        SqlStatement sql = $"SELECT 1 -{-1}";
        Assert.DoesNotContain("--", sql.ToString());
    }

    [Fact]
    public void ATimeMustSayWhichZone()
    {
        var unspecified = new DateTime(2026, 3, 1);
        Assert.Throws<ArgumentException>(() => (SqlStatement)$"SELECT {unspecified}");
    }

    [Fact]
    public void AValueInsideQuotesIsRefused()
    {
        string value = "x";
        Assert.Throws<ArgumentException>(() => (SqlStatement)$"SELECT * FROM t WHERE a = '{value}'");
        Assert.Throws<ArgumentException>(() => (SqlStatement)$"SELECT \"{value}\"");
        Assert.Throws<ArgumentException>(() => (SqlStatement)$"SELECT 1 -- {value}");
        Assert.Throws<ArgumentException>(() => (SqlStatement)$"SELECT 1 /* {value} */");
        SqlStatement fine = $"SELECT 'it''s' /* x */, {value} -- end\n, {value}";
        Assert.Equal("SELECT 'it''s' /* x */, 'x' -- end\n, 'x'", fine.ToString());
    }

    [Fact]
    public void NamesComeInThroughSql()
    {
        SqlStatement sql =
            $"SELECT {Sql.Path("_acme.userid")}, {Sql.Column("order")}, {Sql.Column("a.b")} FROM {Sql.Table("db.web_events")}";
        Assert.Equal("SELECT _acme.userid, \"order\", \"a.b\" FROM db.web_events", sql.ToString());
        Assert.Throws<ArgumentException>(() => Sql.Table("a..b"));
        Assert.Throws<ArgumentException>(() => Sql.Table(""));
        Assert.Throws<InvalidOperationException>(() => default(SqlName).ToString());
    }

    [Fact]
    public void APlainStringIsSqlAsItStands()
    {
        SqlStatement sql = $"SELECT 'a' FROM t";
        Assert.Equal("SELECT 'a' FROM t", sql.ToString());
    }
}
