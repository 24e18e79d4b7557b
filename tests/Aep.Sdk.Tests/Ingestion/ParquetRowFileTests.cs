using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Aep.Sdk.Ingestion;
using Aep.Sdk.Parquet;
using Aep.Sdk.Parquet.Reading;
using Aep.Sdk.Schemas;
using Aep.Sdk.Tests.Core.Pipeline;
using Aep.Sdk.TestSupport;
using CsCheck;

namespace Aep.Sdk.Tests.Ingestion;

public sealed class ParquetRowFileTests
{
    private static readonly XdmFieldTree Fields = XdmFieldTree.Parse(JsonNode.Parse(
        """
        {"type":"object","properties":{
          "_id":{"type":"string"},"n":{"type":"number"},"i":{"type":"integer"},"b":{"type":"boolean"},
          "at":{"type":"string","format":"date-time"},
          "o":{"type":"object","properties":{"t":{"type":"string"},"p":{"type":"object","properties":{"x":{"type":"integer"},"y":{"type":"string"}}}}},
          "tags":{"type":"array","items":{"type":"string"}},
          "items":{"type":"array","items":{"type":"object","properties":{
            "sku":{"type":"string"},"sizes":{"type":"array","items":{"type":"integer"}},
            "in":{"type":"object","properties":{"z":{"type":"boolean"}}}}}},
          "map":{"type":"object","additionalProperties":{"type":"object","properties":{"s":{"type":"string"}}}}}}
        """)!.AsObject());

    private static readonly Gen<string> Text =
        Gen.Select(Gen.Int[0, 3], Gen.String[Gen.Char.AlphaNumeric, 0, 40], (kind, plain) => kind switch
        {
            0 => "",
            1 => "ä+\"\\\n" + plain,
            2 => "😀日本" + plain,
            _ => plain,
        });

    private static readonly Gen<JsonNode> Number = Gen.Int.Select(number => (JsonNode)number);

    private static readonly Gen<JsonNode> Leaf = Text.Select(text => (JsonNode)text);

    private static readonly Gen<JsonNode> Item = Object(
        ("sku", Leaf), ("sizes", List(Number)), ("in", Object([("z", Gen.Bool.Select(value => (JsonNode)value))])));

    private static readonly Gen<JsonNode> Row = Object(
        ("_id", Leaf), ("n", Gen.Double[-1e9, 1e9].Select(value => (JsonNode)value)), ("i", Number),
        ("b", Gen.Bool.Select(value => (JsonNode)value)), ("at", Gen.Bool.Select(_ => (JsonNode)"2025-03-30T02:30:00.123Z")),
        ("o", Object(("t", Leaf), ("p", Object(("x", Number), ("y", Leaf))))), ("tags", List(Leaf)), ("items", List(Item)),
        ("map", Gen.Select(Text, Object([("s", Leaf)]), (key, value) => (JsonNode)new JsonObject { [key] = value })));

    // Only columns that have a value are written.
    private static readonly JsonObject Full = JsonNode.Parse(
        """
        {"_id":"full","n":0.5,"i":-1,"b":true,"at":"2025-03-30T02:30:00.123Z","o":{"t":"t","p":{"x":1,"y":"y"}},"tags":["a"],
         "items":[{"sku":"s","sizes":[1,2],"in":{"z":false}}],"map":{"k":{"s":"v"}}}
        """)!.AsObject();

    [Fact]
    public async Task Rows_come_back_from_files_whose_columns_have_held_other_rows_before()
    {
        ParquetRowFormat<JsonObject> used = Format();
        await Row.Array[1, 60].ForAllAsync(async rows =>
        {
            JsonObject[] input = [.. rows.Select((row, number) => With(row.AsObject(), "i", number)), Full];
            byte[] file = await FileAsync(used, input);
            Assert.Equal(await FileAsync(Format(), input), file); // a resumption relies on it
            string[] told = [.. input.Select(Told)];
            Assert.Equal(told, await ToldAsync(file, long.MaxValue));
            Assert.Equal(told, await ToldAsync(file, 0));
        }, iter: 80);
    }

    [Fact]
    public async Task Values_of_any_length_come_from_the_disk_where_columns_have_no_place_in_memory()
    {
        JsonObject[] input =
        [
            .. Enumerable.Range(0, 50).Select(
                row => new JsonObject { ["_id"] = new string('ä', row * 3_000), ["n"] = row, ["tags"] = new JsonArray("😀", "") }),
        ];
        byte[] file = await FileAsync(Format(), input);
        Assert.Equal(input.Select(Told), await ToldAsync(file, 0));
    }

    [Fact]
    public async Task Members_may_come_in_any_order_and_names_without_a_field_only_with_nothing()
    {
        string[] rows =
        [
            """{"_id":"1","i":1,"n":1.5}""", """{"n":2.5,"_id":"2","i":2}""", """{"i":3}""", """{"i":4,"none":null,"n":4.5,"_id":"4"}""",
            """{"_id":null,"n":5.5,"i":5}""",
        ];
        using var content = new MemoryStream(await FileAsync(Format(), rows.Select(row => JsonNode.Parse(row)!.AsObject())));
        List<JsonObject> read = await ParquetFile.ReadAsync(content, RawJson.Default.JsonObject).ToListAsync();
        Assert.Equal(
            ["1|1|1.5", "2|2|2.5", "|3|", "4|4|4.5", "|5|5.5"], read.Select(row => $"{row["_id"]}|{row["i"]}|{row["n"]}"));

        IRowFile<JsonObject> file = Format().Create();
        Assert.Contains("none", Assert.Throws<AepException>(() => file.Add(new JsonObject { ["none"] = 1 })).Message);
    }

    [Fact]
    public async Task A_file_is_full_when_its_rows_are_16_MB_and_takes_none_once_it_is_written()
    {
        IRowFile<JsonObject> file = Format().Create();
        int rows = 0;
        for (; !file.IsFull; rows++)
            file.Add(new JsonObject { ["_id"] = new string('x', 1_000_000) });
        Assert.Equal(17, rows);
        using var content = new MemoryStream();
        await file.WriteAsync(content, CancellationToken.None);
        Assert.Throws<InvalidOperationException>(() => file.Add(new JsonObject { ["_id"] = "x" }));
        await Assert.ThrowsAsync<InvalidOperationException>(() => file.WriteAsync(content, CancellationToken.None));
    }

    [Fact]
    public async Task Full_files_are_closed_before_their_number_of_rows()
    {
        IEnumerable<JsonObject> rows = Enumerable.Range(0, 40).Select(_ => new JsonObject { ["_id"] = new string('x', 1_000_000) });
        var cutter = new RowFileCutter<JsonObject>(rows.ToAsyncEnumerable(), Format(), new IngestionOptions());
        List<long> records =
            await cutter.CutAsync(new PartBuffers(5), CancellationToken.None).Select(file => file.Records).ToListAsync();
        Assert.Equal([17, 17, 6], records);
    }

    private static ParquetRowFormat<JsonObject> Format() => new(RawJson.Default.JsonObject, Fields);

    private static async Task<string[]> ToldAsync(byte[] file, long mostInMemory)
    {
        using var content = new MemoryStream(file);
        var reader = new RowReader<JsonObject>(RawJson.Default.JsonObject, columns: null, "the file", mostInMemory: mostInMemory);
        return await reader.ReadAsync(content, CancellationToken.None).Select(Told).ToArrayAsync();
    }

    private static async Task<byte[]> FileAsync(ParquetRowFormat<JsonObject> format, IEnumerable<JsonObject> rows)
    {
        IRowFile<JsonObject> file = format.Create();
        foreach (JsonObject row in rows)
            file.Add(row);
        using var content = new MemoryStream();
        await file.WriteAsync(content, CancellationToken.None);
        return content.ToArray();
    }

    // Each member is there in two of three objects, or is null.
    private static Gen<JsonNode> Object(params (string Name, Gen<JsonNode> Value)[] members) => members.Aggregate(
        Gen.Bool.Select(_ => (JsonNode)new JsonObject()),
        (all, member) => Gen.Select(all, Gen.Int[0, 5], member.Value, (value, chance, added) =>
            chance < 4 ? With(value.AsObject(), member.Name, added) : chance == 4 ? With(value.AsObject(), member.Name, null) : value));

    private static Gen<JsonNode> List(Gen<JsonNode> item) => item.Array[0, 3].Select(items => (JsonNode)new JsonArray([.. items]));

    private static JsonObject With(JsonObject value, string name, JsonNode? member)
    {
        JsonObject copy = value.DeepClone().AsObject();
        copy[name] = member?.DeepClone();
        return copy;
    }

    // What Parquet says of a row: nothing of members that are null, and nothing of objects in which nothing is.
    private static string Told(JsonNode? value) => value switch
    {
        JsonObject members => "{" + string.Join(",", members
            .Where(member => member.Value is not null).OrderBy(member => member.Key, StringComparer.Ordinal)
            .Select(member => $"{member.Key}:{Told(member.Value)}")) + "}",
        JsonArray items => "[" + string.Join(",", items.Select(Told)) + "]",
        JsonValue leaf when leaf.GetValueKind() == JsonValueKind.Number =>
            double.Parse(leaf.ToJsonString(), CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture),
        null => "null",
        _ => value.ToString(),
    };
}
