using System.Globalization;

namespace Aep.Sdk.ContractTests.Specifications;

/// <summary>
/// The operations of all specifications: from the files where they are, and from the repository's own table of facts where not.
/// </summary>
internal static class OperationTable
{
    private const string Resource = "operations.tsv";

    // Those of the services that the SDK is about; Tags, Data Science Workspace and others are not.
    private static readonly string[] Specs =
    [
        "access-control", "ad-hoc-activation", "batch-ingestion", "catalog", "data-access", "data-distiller-auth", "data-hygiene",
            "data-prep",
        "dataset-service", "destination-authoring", "destinations", "flow-service", "identity-service", "policy-service", "profile",
            "query-service",
        "sandbox", "schema-registry", "segmentation", "streaming-ingestion",
    ];

    public static IReadOnlyList<SpecOperation> All { get; } = SpecificationFolder.Path is { } folder
        ? [.. Specs.SelectMany(spec => OpenApiReader.Read(Path.Combine(folder, spec + ".yaml")))]
        : FromTable(Stored());

    /// <summary>
    /// The operations with this method and path; where there is none, those that have a parameter in the place of a literal, or the other
    /// way round.
    /// </summary>
    public static IReadOnlyList<SpecOperation> Find(string method, string path)
    {
        string key = SpecOperation.KeyOf(method, path);
        SpecOperation[] exact = [.. All.Where(operation => operation.Key == key)];
        return exact.Length > 0 ? exact : [.. All.Where(operation => IsFilledIn(operation.Key.Split('/'), key.Split('/')))];
    }

    /// <summary>The table as it stands in the repository.</summary>
    public static string Stored()
    {
        using var reader = new StreamReader(typeof(OperationTable).Assembly.GetManifestResourceStream(Resource)!);
        return reader.ReadToEnd();
    }

    /// <summary>The table as the given operations make it: the facts alone, one line an operation.</summary>
    public static string Write(IEnumerable<SpecOperation> operations) => string.Concat(operations
        .Select(operation => string.Join('\t', operation.Spec, operation.Method, operation.Path, operation.Deprecated ? "deprecated" : "",
            string.Join(',', operation.RequiredHeaders), string.Join(',', operation.RequiredQuery),
                string.Join(',', operation.OptionalQuery)) + "\n"));

    private static bool IsFilledIn(string[] template, string[] key) =>
        template.Length == key.Length
            && template.Zip(key).All(pair => pair.First == pair.Second || pair.First == "{}" || pair.Second == "{}");

    private static IReadOnlyList<SpecOperation> FromTable(string table) =>
        [.. table.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line =>
    {
        string[] cells = line.Split('\t');
        return new SpecOperation(cells[0], cells[1], cells[2])
        {
            Deprecated = cells[3].Length > 0,
            RequiredHeaders = List(cells[4]),
            RequiredQuery = List(cells[5]),
            OptionalQuery = List(cells[6]),
        };
    })];

    private static string[] List(string cell) => cell.Split(',', StringSplitOptions.RemoveEmptyEntries);
}
