using Aep.Sdk.Emulator.Sql;

namespace Aep.Sdk.Emulator.Tests.Sql;

public sealed class SqlTokenizerTests
{
    [Theory]
    [InlineData("a.b_1 == 'x''y' -- c", "a|.|b_1|==|'x''y'")]
    [InlineData("1.5e-3+.5 2e x", "1.5e-3|+|.5|2|e|x")]
    [InlineData("\"a\"\"b\" `c``d` E'e\\'f' $1 $name @v", "\"a\"\"b\"|`c``d`|E'e\\'f'|$1|$name|@v")]
    [InlineData("/* a /* b */ ; */ x", "x")]
    [InlineData("$t$ 'not' ; $$ $t$ ;$$ BEGIN x $$;", "$t$ 'not' ; $$ $t$|;|$$|BEGIN|x|$$|;")]
    [InlineData("SELECT $$ BEGIN $$", "SELECT|$$ BEGIN $$")]
    [InlineData("a<=b::c<>d||e", "a|<=|b|::|c|<>|d||||e")]
    [InlineData("ż_1 ß", "ż_1|ß")]
    public void Texts_are_cut_into_tokens(string sql, string expected)
    {
        SqlTokens tokens = SqlTokenizer.Tokenize(sql);
        Assert.Equal(expected, string.Join('|', Enumerable.Range(0, tokens.Count).Select(index => tokens.Text(index))));
    }

    [Theory]
    [InlineData("SELECT 'a")]
    [InlineData("SELECT \"a")]
    [InlineData("SELECT `a")]
    [InlineData("SELECT $$a")]
    [InlineData("SELECT $x$a$y$")]
    [InlineData("SELECT /* a /* b */")]
    [InlineData("SELECT E'a\\'")]
    public void What_is_opened_must_be_closed(string sql)
    {
        SqlErrorException error = Assert.Throws<SqlErrorException>(() => SqlTokenizer.Tokenize(sql));
        Assert.Equal((SqlState.SyntaxError, 7), (error.State, error.Position));
    }

    [Theory]
    [InlineData("SELECT 1; ; SELECT ';' ; -- ;\n", 2)]
    [InlineData("$$ BEGIN SELECT 1; SELECT 2; END $$; SELECT 3", 2)]
    [InlineData("$$BEGIN SELECT 1; $$END; SELECT 3;", 2)]
    [InlineData("", 0)]
    public void Statements_end_at_semicolons_outside_of_blocks(string sql, int count) => Assert.Equal(count, SqlScript.Parse(sql).Count);

    [Fact]
    public void Every_prefix_of_a_statement_is_tokenized_or_refused()
    {
        const string Sql =
            "$$ BEGIN SET @a = SELECT 'x''' || \"q\"\"\" || `b` /* c /* d */ */ -- e\n || $t$f$t$ || E'\\'g' || $p; END $$; SELECT 1.5e+3";
        for (int length = 0; length <= Sql.Length; length++)
        {
            try
            {
                SqlTokens tokens = SqlTokenizer.Tokenize(Sql[..length]);
                Assert.All(
                    Enumerable.Range(0, tokens.Count), index => Assert.True(tokens[index].Length > 0 && tokens[index].End <= length));
            }
            catch (SqlErrorException error)
            {
                Assert.Equal(SqlState.SyntaxError, error.State);
            }
        }
    }
}
