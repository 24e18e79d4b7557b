using System.Text;
using Aep.Sdk.Destinations;
using Aep.Sdk.LandingZones;
using Aep.Sdk.LandingZones.Formats;

namespace Aep.Sdk.Tests.LandingZones;

/// <summary>CSV as the service writes it for audiences.</summary>
public sealed class CsvDialectTests
{
    [Theory]
    [InlineData("""
        name,count
        "say \"hi\", she",1
        """, "say \"hi\", she")]
    [InlineData("""
        name,count
        "back\\slash, \"q\"",1
        """, "back\\slash, \"q\"")]
    [InlineData("""
        name,count
        back\slash,1
        """, "back\\slash")]
    [InlineData("""
        name,count
        back\,1
        """, "back\\")]
    [InlineData("""
        name,count
        "ends in \\",1
        """, "ends in \\")]
    [InlineData("""
        name,count
        "two
        lines",1
        """, "two\nlines")]
    [InlineData("""
        name,count
        "",1
        """, "")]
    [InlineData("""
        name,count
        it's,1
        """, "it's")]
    public async Task Files_as_by_default(string csv, string name) =>
        Assert.Equal(name, Assert.Single(await ReadAsync(csv, null)).Name);

    [Fact]
    public async Task Characters_and_what_stands_for_nothing_are_those_of_the_options()
    {
        var options = new CsvFileOptions { Delimiter = ';', Escape = '\'', NullValue = "null", EmptyValue = "\"\"" };
        RowFilesTests.Flat[] rows = await ReadAsync(
            """"
            name;count;ratio
            "it''s '"here'"";1;null
            null;2;0.5
            "";3;null
            """", options);
        Assert.Equal(["it's \"here\"", null, ""], rows.Select(row => row.Name));
        Assert.Equal([null, 0.5, null], rows.Select(row => row.Ratio));
        Assert.Equal("\"a\"", Assert.Single(await ReadAsync("name,count\n\"a\",1", new CsvFileOptions { Quote = null })).Name);
        Assert.Null(Assert.Single(await ReadAsync("name,count\n,1", new CsvFileOptions { NullValue = "", EmptyValue = "null" })).Name);
        Assert.Equal("", Assert.Single(await ReadAsync("name,count\nnull,1", new CsvFileOptions { NullValue = "", EmptyValue = "null" })).Name);
    }

    [Fact]
    public async Task A_file_of_an_audience_that_is_read_as_any_other_says_how_to_read_it()
    {
        using var file = new MemoryStream("name,count\n\"say \\\"hi\\\"\",1\n"u8.ToArray());
        AepException error = await Assert.ThrowsAsync<AepException>(async () => await RowFiles.ReadAsync(
            file, "a.csv", LandingZoneFormat.Csv, CsvDialect.Standard, RowFilesTests.RowJson.Default.Flat, default).ToListAsync());
        Assert.Contains("ReadAudienceAsync", error.Message);
    }

    private static async Task<RowFilesTests.Flat[]> ReadAsync(string csv, CsvFileOptions? options)
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(csv.ReplaceLineEndings("\n")));
        return await RowFiles.ReadAsync(
            file, "a.csv", LandingZoneFormat.Csv, CsvDialect.OfAudience(options), RowFilesTests.RowJson.Default.Flat, default).ToArrayAsync();
    }
}
