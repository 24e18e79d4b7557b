using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Catalog;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Sql;

namespace Aep.Sdk.Emulator.QueryService.Queries;

/// <summary>The datasets whose tables a query names.</summary>
internal sealed class ReferencedDatasets(DatasetService datasets)
{
    public const string Member = "referenced_datasets";

    // The name of a table follows one of these; a list of tables has commas.
    private static readonly string[] Before = ["FROM", "JOIN", "INTO", "TABLE"];

    public JsonArray Links(Sandbox sandbox, QueryDefinition definition, Uri platform)
    {
        HashSet<string> names = new(definition.Statements.SelectMany(Tables), StringComparer.OrdinalIgnoreCase);
        return [.. datasets.All(sandbox).Where(dataset => names.Contains(dataset.TableName))
            .Select(dataset => new JsonObject { ["id"] = dataset.Id,
                ["href"] = new Uri(platform, $"/data/foundation/catalog/dataSets/{dataset.Id}").AbsoluteUri })];
    }

    /// <summary>The ids in a query's document.</summary>
    public static IEnumerable<string> Of(JsonObject query) =>
        (query["_links"]?[Member] as JsonArray ?? []).Select(dataset => (string)dataset!["id"]!);

    private static IEnumerable<string> Tables(SqlStatement statement)
    {
        SqlTokens tokens = statement.Tokens;
        for (int index = statement.From + 1; index < statement.To; index++)
        {
            if (tokens.IsName(index) && (Array.Exists(Before, word => tokens.Is(index - 1, word)) || tokens.IsSymbol(index - 1, ",")))
                yield return tokens.Name(index);
        }
    }
}
