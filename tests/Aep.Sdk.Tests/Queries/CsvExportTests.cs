using System.Text;
using Aep.Sdk.Queries;

namespace Aep.Sdk.Tests.Queries;

public sealed class CsvExportTests
{
    private sealed class Given(IReadOnlyList<QueryColumn> columns, object?[][] rows) : QueryResult
    {
        public override IReadOnlyList<QueryColumn> Columns => columns;

        public override async IAsyncEnumerable<QueryRow> ReadAsync(
            [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            await Task.CompletedTask;
            foreach (object?[] row in rows) yield return new QueryRow([.. columns.Select(column => column.Name)], row);
        }
    }

    [Fact]
    public async Task ValuesAreWrittenSoThatTheyCanBeToldApart()
    {
        var time = new DateTime(2026, 3, 1, 12, 0, 0, 500, DateTimeKind.Unspecified);
        object?[][] rows =
        [
            ["a,b", "say \"x\"", "", null, 1.5m, true, time],
            ["line\nbreak", "plain", "é", -1L, 0.1, false, new[] { "x", "y" }],
        ];
        using var file = new MemoryStream();
        QueryColumn[] columns = [.. "a b c d e f,g h".Split(' ').Select(name => new QueryColumn(name, typeof(object), ""))];

        Assert.Equal(2, await CsvRows.WriteAsync(new Given(columns, rows), file, default));

        Assert.Equal(
            "a,b,c,d,e,\"f,g\",h\r\n\"a,b\",\"say "
                + "\"\"x\"\"\",\"\",,1.5,true,2026-03-01T12:00:00.5Z\r\n\"line\nbreak\",plain,é,-1,0.1,false,\"[x,y]\"\r\n",
            Encoding.UTF8.GetString(file.ToArray()));
    }

    [Fact]
    public async Task AFileAppearsWhenItIsWhole()
    {
        string path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.csv");
        try
        {
            await Assert.ThrowsAsync<TimeoutException>(() => WholeFile.WriteAsync(path, _ => throw new TimeoutException()));
            Assert.False(File.Exists(path) || File.Exists(path + ".partial"));
            Assert.Equal(3, await WholeFile.WriteAsync(path, _ => Task.FromResult(3L)));
            Assert.True(File.Exists(path));
        }
        finally
        {
            File.Delete(path);
        }
    }
}
