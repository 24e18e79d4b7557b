using System.Text.Json.Nodes;

namespace Aep.Sdk.IntegrationTests.Validation;

/// <summary>An event that fits, with one or two places changed at random: some changes fit, some do not.</summary>
internal static class RandomRecord
{
    private const string Fits =
        """
        {"timestamp":"2026-03-01T14:30:00Z","_aeplocal":{"userId":"7","plan":"free","score":0.5,"tiny":1,"small":2,"visits":3,"big":4,"member":true,"born":"2000-02-29",
        "seen":"2026-03-01T14:30:00Z","mail":"a@example.com","page":"https://example.com/","tags":["a"],"items":[{"sku":"s","price":1.5}],"counters":{"c":1},"last":{"sku":"t"}}}
        """;

    private static readonly string[] Values =
    [
        "null", "\"\"", "\"abc\"", "\"12\"", "\"1.5\"", "\"true\"", "5", "0", "-1", "1.5", "1.0", "300", "-129", "40000", "3000000000",
            "9007199254740993", "1e3",
        "true", "false", "{}", "[]", "{\"a\":1}", "[1]", "[null]", "[\"x\",\"y\"]", "[{\"sku\":\"s\"}]", "[{\"price\":1}]",
            "{\"sku\":\"s\",\"price\":\"2\"}",
        "\"2026-03-01\"", "\"2026-03-01T14:30:00\"", "\"2026-03-01T14:30:00Z\"", "\"2026-03-01T14:30:00.123+02:00\"", "\"2026-13-01\"",
            "\"2026-02-30T00:00:00Z\"",
        "1740832245000", "\"b@example.com\"", "\"nobody\"", "\"http://example.com\"", "\"no uri\"", "\"paid\"", "\"gold\"",
            "\"12345678901\"", "{\"c\":\"1\"}", "{\"c\":null}",
    ];

    private static readonly (string Name, string[] Values)[] Fitting =
    [
        ("userId", ["\"no number\"", "12", "\"\"", "null"]), ("plan", ["\"paid\"", "null"]), ("score", ["0", "1", "\"0.25\"", "null"]),
            ("tiny", ["-128", "127", "\"5\""]),
        ("small", ["-32768", "32767"]), ("visits", ["2147483647", "1.0", "1e3"]), ("big", ["9007199254740991", "\"12\""]),
            ("member", ["false", "null"]),
        ("born", ["\"1900-01-01\"", "0", "\"2026-03-01T14:30:00Z\""]),
            ("seen", ["\"2026-03-01T14:30:00\"", "-1", "\"2026-03-01T14:30:00.5+02:00\""]),
        ("mail", ["\"nobody\"", "5"]), ("page", ["\"no uri\"", "1.5"]), ("tags", ["[]", "[\"x\",\"y\"]", "[1]"]),
            ("items", ["[]", "[{\"sku\":\"x\"}]", "null"]),
        ("counters", ["{}", "{\"any name\":5}"]), ("last", ["{\"sku\":\"z\",\"price\":null}", "null"]),
    ];

    public static JsonObject Create(Random random, string id)
    {
        JsonObject record = JsonNode.Parse(Fits)!.AsObject();
        record["_id"] = id;
        int changes = random.Next(1, 3);
        for (int change = 0; change < changes; change++)
            Change(random, record);
        return record;
    }

    private static void Change(Random random, JsonObject record)
    {
        if (record["_aeplocal"] is not JsonObject fields || random.Next(12) == 0)
        {
            string name = random.Next(2) == 0 ? "timestamp" : random.Next(2) == 0 ? "_aeplocal" : "unknown";
            record[name] = Value(random);
            return;
        }

        string[] names = [.. fields.Select(field => field.Key)];
        switch (random.Next(10))
        {
            case 0: fields.Remove(names[random.Next(names.Length)]); break;
            case 1: fields["unknown"] = Value(random); break;
            case 2 when fields["items"] is JsonArray { Count: > 0 } items
                && items[0] is JsonObject item:
                item[random.Next(2) == 0 ? "sku" : "price"] = Value(random); break;
            case 3 when fields["last"] is JsonObject last: last[random.Next(2) == 0 ? "sku" : "price"] = Value(random); break;
            case 4 or 5 or 6 or 7: FitAgain(random, fields); break;
            default: fields[names[random.Next(names.Length)]] = Value(random); break;
        }
    }

    // Another value that a batch takes.
    private static void FitAgain(Random random, JsonObject fields)
    {
        (string name, string[] values) = Fitting[random.Next(Fitting.Length)];
        fields[name] = JsonNode.Parse(values[random.Next(values.Length)]);
    }

    private static JsonNode? Value(Random random) => JsonNode.Parse(Values[random.Next(Values.Length)]);
}
