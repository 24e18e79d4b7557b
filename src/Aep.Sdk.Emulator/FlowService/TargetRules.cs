using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.FlowService;

/// <summary>What must hold in a target connection when it is made and whenever it is changed.</summary>
internal static class TargetRules
{
    private const string Nothing = "";
    private static readonly string[] AudienceFileTypes = ["csv", "json", "parquet"], Compressions = ["none", "gzip"];
    private static readonly string[] Absent = ["null", "\"\"", Nothing];

    private static readonly Dictionary<string, string[]> CsvOptions = new()
    {
        ["delimiter"] = [",", "\t", "|", ";", ":"],
        ["quote"] = ["\"", Nothing],
        ["escape"] = ["\\", "'"],
        ["nullValue"] = Absent,
        ["emptyValue"] = Absent,
    };

    /// <exception cref="Gateway.ApiException">400: a place, a type, a compression or a character that is not possible.</exception>
    public static void Check(JsonObject target)
    {
        CloudFolders.Check(target);
        JsonNode? parameters = target["params"];
        if (parameters?["datasetFileType"] is not null)
            Runs.ExportFormat.OfDatasets(parameters);
        if (parameters?["fileType"] is not null)
            AudienceFile(parameters);
        foreach ((string option, JsonNode? value) in parameters?["csvOptions"] as JsonObject ?? [])
        {
            if (CsvOptions.TryGetValue(option, out string[]? known) && !known.Contains(value?.ToString() ?? Nothing))
                throw FlowErrors.Invalid(
                    $"params.csvOptions.{option} '{value}' is none of {string.Join(" ", known.Select(each => $"'{each}'"))}.");
        }
    }

    /// <summary>Type and compression of the files of audiences, in lower case.</summary>
    /// <exception cref="Gateway.ApiException">400: files cannot have this type or compression.</exception>
    public static (string Type, string Compression) AudienceFile(JsonNode? parameters) =>
        (OneOf(parameters, "fileType", AudienceFileTypes), OneOf(parameters, "compression", Compressions));

    private static string OneOf(JsonNode? parameters, string member, string[] known)
    {
        string value = parameters?[member]?.ToString().ToLowerInvariant() ?? known[0];
        return known.Contains(value)
            ? value
            : throw FlowErrors.Invalid(
                $"params.{member} '{value}' is none of {string.Join(", ", known.Select(each => each.ToUpperInvariant()))}.");
    }
}
