using Aep.Sdk.Queries;

namespace Aep.Sdk.Tests.Queries;

public class SqlTextTests
{
    [Fact]
    public void CommandsAreSplitWhereTheyEnd()
    {
        const string text = """
            SET auto_to_json=true; -- one; two
            SELECT 'a;b', "c;d", `e;f` /* ; */ FROM (SELECT 1; LIMIT 3) t LIMIT 2;
            $$ BEGIN SELECT 1; END $$;
            ;
            """;
        IReadOnlyList<SqlCommand> commands = SqlText.Commands(text);
        Assert.Equal(3, commands.Count);
        Assert.Equal("SET auto_to_json=true", commands[0].Text);
        Assert.False(commands[0].LeavesNothing);
        Assert.True(commands[1] is { Selects: true, HasLimit: true, LeavesNothing: true });
        Assert.Equal("$$ BEGIN SELECT 1; END $$", commands[2].Text);
        Assert.False(commands[2].LeavesNothing);
    }

    [Theory]
    [InlineData("SELECT 1 FROM t", false)]
    [InlineData("select 1 from t limit 5", true)]
    [InlineData("SELECT 1 FROM (SELECT 2 FROM u LIMIT 5)", false)]
    [InlineData("SELECT 'LIMIT 5' AS \"LIMIT\" -- LIMIT 5", false)]
    [InlineData("SELECT limits FROM t", false)]
    public void ALimitIsTheStatementsOwn(string sql, bool expected) => Assert.Equal(expected, SqlText.Commands(sql)[0].HasLimit);

    [Theory]
    [InlineData("CREATE TEMP TABLE t AS SELECT 1", false)]
    [InlineData("CREATE TABLE t AS SELECT 1", true)]
    [InlineData("PREPARE p AS SELECT 1", false)]
    [InlineData("DECLARE c CURSOR FOR SELECT 1", false)]
    [InlineData("(SELECT 1)", false)]
    public void WhatLeavesSomethingInItsSessionIsKnown(string sql, bool leavesNothing) =>
        Assert.Equal(leavesNothing, SqlText.Commands(sql)[0].LeavesNothing);
}
