using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Aep.Sdk.Ingestion;
using Aep.Sdk.Schemas;
using Aep.Sdk.Tests.Core.Pipeline;
using Aep.Sdk.TestSupport;
using CsCheck;

namespace Aep.Sdk.Tests.Ingestion;

public sealed partial class RowCutterTests
{
    private static readonly Gen<(int[] Lengths, int Parallel, int FileBytes, int FilesPerBatch)> Inputs = Gen.Select(
        Gen.Frequency((9, Gen.Int[0, 60]), (1, Gen.Int[0, 40_000])).Array[0, 700], Gen.Int[1, 5], Gen.Int[45_000, 200_000], Gen.Int[1, 3]);

    [Fact]
    public Task Every_row_stands_once_and_in_its_place_however_many_threads_there_are() => Inputs.ForAllAsync(async input =>
    {
        var options = new IngestionOptions
        {
            MaxFileBytes = input.FileBytes,
            FilesPerBatch = input.FilesPerBatch,
            RecordsPerBatch = 300,
            MaxParallelSerializations = input.Parallel,
        };
        JsonObject[] rows = [.. input.Lengths.Select((length, index) => new JsonObject { ["n"] = index, ["t"] = new string('x', length) })];
        List<(int Batch, string Name, bool IsLast, string Text)> files = await CutAsync(rows.ToAsyncEnumerable(), options);

        Assert.Equal(string.Concat(rows.Select(row => row.ToJsonString() + "\n")), string.Concat(files.Select(file => file.Text)));
        Assert.Equal(await CutAsync(rows.ToAsyncEnumerable(), options with { MaxParallelSerializations = 1 }), files);
        Assert.All(files, file => Assert.InRange(file.Text.Length, 1, input.FileBytes));
        Assert.All(files.GroupBy(file => file.Batch), batch =>
        {
            Assert.InRange(batch.Sum(file => file.Text.Count(character => character == '\n')), 1, 300);
            Assert.Equal(Enumerable.Range(1, batch.Count()).Select(number => $"{number:00000}.json"), batch.Select(file => file.Name));
            Assert.InRange(batch.Count(), 1, input.FilesPerBatch);
            Assert.True(batch.Last().IsLast && batch.SkipLast(1).All(file => !file.IsLast));
        });
    }, iter: 60);

    [Fact]
    public async Task One_thread_writes_a_row_before_it_asks_for_the_next()
    {
        List<(int, string, bool, string Text)> files = await CutAsync(Reusing(300), new IngestionOptions { MaxParallelSerializations = 1 });
        Assert.Equal(string.Concat(Enumerable.Range(0, 300).Select(number => $$"""{"n":{{number}}}""" + "\n")), Assert.Single(files).Text);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task A_row_that_is_null_or_too_large_is_named(int parallel)
    {
        var options = new IngestionOptions { MaxFileBytes = 1_000, MaxParallelSerializations = parallel };
        IEnumerable<JsonObject> rows =
            Enumerable.Range(1, 400).Select(number => new JsonObject { ["t"] = new string('x', number == 387 ? 2_000 : 1) });
        Assert.Contains(
            "Row 387 is 2009 bytes", (await Assert.ThrowsAsync<AepException>(() => CutAsync(rows.ToAsyncEnumerable(), options))).Message);
        IEnumerable<JsonObject> holed = Enumerable.Range(1, 400).Select(number => number == 301 ? null! : new JsonObject());
        Assert.Contains(
            "Row 301 is null", (await Assert.ThrowsAsync<AepException>(() => CutAsync(holed.ToAsyncEnumerable(), options))).Message);
    }

    [Fact]
    public async Task Memory_is_bounded_by_files_that_are_not_sent_yet()
    {
        int read = 0;
        IEnumerable<JsonObject> rows = Enumerable.Range(0, 100_000).Select(number =>
        {
            read++;
            return new JsonObject { ["t"] = new string('x', 90) };
        });
        var options = new IngestionOptions { MaxFileBytes = 10_000, MaxParallelUploads = 2, MaxParallelSerializations = 2 };
        await using IAsyncEnumerator<IngestionPart> parts = Parts(rows.ToAsyncEnumerable(), options).GetAsyncEnumerator();
        for (int i = 0; i < 3; i++)
            Assert.True(await parts.MoveNextAsync());
        IngestionPart third = parts.Current;
        ValueTask<bool> fourth = parts.MoveNextAsync(); // all buffers are on their way
        Assert.False(fourth.IsCompleted);
        Assert.InRange(read, 300, 1_000);
        third.Dispose();
        Assert.True(await fourth);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task A_row_that_does_not_fit_is_named_and_no_row_is_serialized_for_it_twice(int parallel)
    {
        var fields = XdmFieldTree.Parse(
            new JsonObject { ["type"] = "object", ["properties"] = new JsonObject { ["n"] = new JsonObject { ["type"] = "integer" } } });
        var options = new IngestionOptions { MaxParallelSerializations = parallel, Validator = new XdmValidator(fields) };
        CountedRow[] rows = [.. Enumerable.Range(0, 500).Select(number => new CountedRow(number))];
        Assert.Equal(500, await SendableAsync(rows));
        Assert.All(rows, row => Assert.Equal(1, row.Reads));

        rows[387] = new CountedRow("not a number");
        Assert.Equal(388, (await Assert.ThrowsAsync<XdmValidationException>(() => SendableAsync(rows))).RecordNumber);

        async Task<long> SendableAsync(CountedRow[] input)
        {
            var cutter = new JsonLineCutter<CountedRow>(input.ToAsyncEnumerable(), CountedJson.Default.CountedRow, options);
            return await new RowParts(options, "json").CutAsync(cutter, CancellationToken.None).Select(part => part.Records).SumAsync();
        }
    }

    [Fact]
    public async Task A_batch_ends_with_the_next_ones_first_file_where_its_size_ends_it()
    {
        // lines of 100 bytes
        IEnumerable<JsonObject> rows = Enumerable.Range(0, 50).Select(_ => new JsonObject { ["t"] = new string('x', 91) });
        var options = new IngestionOptions { MaxFileBytes = 500, MaxBatchBytes = 1_200 };
        List<(int Batch, string Name, bool IsLast, string Text)> files = await CutAsync(rows.ToAsyncEnumerable(), options);
        Assert.Equal([1, 1, 2, 2, 3, 3, 4, 4, 5, 5], files.Select(file => file.Batch));
        Assert.Equal(["00001.json", "00002.json"], files.Take(2).Select(file => file.Name));
        Assert.True(files[^1].IsLast);
    }

    private static IAsyncEnumerable<IngestionPart> Parts(IAsyncEnumerable<JsonObject> rows, IngestionOptions options) =>
        new RowParts(options, "json")
            .CutAsync(new JsonLineCutter<JsonObject>(rows, RawJson.Default.JsonObject, options), CancellationToken.None);

    private static async IAsyncEnumerable<JsonObject> Reusing(int count)
    {
        var row = new JsonObject();
        for (int i = 0; i < count; i++)
        {
            await Task.Yield();
            row["n"] = i;
            yield return row;
        }
    }

    private static async Task<List<(int Batch, string Name, bool IsLast, string Text)>> CutAsync(
        IAsyncEnumerable<JsonObject> rows, IngestionOptions options)
    {
        var files = new List<(int, string, bool, string)>();
        await foreach (IngestionPart part in Parts(rows, options))
        {
            using (part)
                files.Add((
                    part.Batch, part.Name, part.IsLast, Encoding.UTF8.GetString(await part.Content(0, part.Bytes).ReadAsByteArrayAsync())));
        }
        return files;
    }

    internal sealed class CountedRow(object value)
    {
        [JsonIgnore]
        public int Reads { get; private set; }

        public JsonElement N
        {
            get
            {
                Reads++;
                return JsonSerializer.SerializeToElement(value, CountedJson.Default.Object);
            }
        }
    }

    [JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
    [JsonSerializable(typeof(CountedRow))]
    [JsonSerializable(typeof(int))]
    [JsonSerializable(typeof(string))]
    [JsonSerializable(typeof(object))]
    internal sealed partial class CountedJson : JsonSerializerContext;
}
