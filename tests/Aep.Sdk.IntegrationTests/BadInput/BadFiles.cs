using System.Text;

namespace Aep.Sdk.IntegrationTests.BadInput;

/// <summary>Files of text: CSV and JSON.</summary>
internal static class BadFiles
{
    public static IReadOnlyList<BadCase> All { get; } =
    [
        Csv("a column that the schema does not have", "_id,timestamp,colour\n1,2026-03-01T14:30:00Z,red\n", "colour"),
        Csv("one column twice", "_id,_id,timestamp\n1,2,2026-03-01T14:30:00Z\n", "cannot be read or parsed"),
        Csv("a row with more values than columns", "_id,timestamp\n1,2026-03-01T14:30:00Z,3\n", "cannot be read or parsed"),
        Csv("a quote that does not end", "_id,timestamp\n\"1,2026-03-01T14:30:00Z\n", "cannot be read or parsed"),
        Csv("a value of another type", "_id,timestamp\n1,never\n", "timestamp"),
        Csv("a header and no rows", "_id,timestamp\n", "is empty"),
        new("CSV file", "nothing in it", "is empty", world => world.IngestFileAsync("a.csv", [])),
        new("files", "two formats in one folder", "several formats", world => world.IngestFolderAsync("a.csv", "b.json")),
        new("files", "none at the path", "stands for no file",
            world => world.Aep.Ingestion.IngestFilesAsync(world.Dataset.Id, "no/such/*.json")),
        new("files", "an ending that says nothing", "give IngestionOptions.Format",
            world => world.IngestFileAsync("a.txt", "x"u8.ToArray())),
        Json("a line that is no JSON", "{\"_id\":\"1\",\"timestamp\":\"2026-03-01T14:30:00Z\"}\n{ broken\n", "JSON"),
        Json("a list of numbers", "[1, 2]\n", "JSON"),
        Json("a document over several lines, sent as lines", "{\n\"_id\":\"1\"\n}\n", "JSON"),
    ];

    private static BadCase Csv(string fault, string content, string says) =>
        new("CSV file", fault, says, world => world.IngestFileAsync("a.csv", Encoding.UTF8.GetBytes(content)));

    private static BadCase Json(string fault, string content, string says) =>
        new("JSON file", fault, says, world => world.IngestFileAsync("a.json", Encoding.UTF8.GetBytes(content)));
}
