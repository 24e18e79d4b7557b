namespace Aep.Sdk.Queries;

/// <summary>SQL to save.</summary>
/// <param name="Name">The template's name. <c>GetOrCreateAsync</c> finds an existing template by it.</param>
/// <param name="Sql">The SQL; <c>$key</c> marks a parameter.</param>
public sealed record QueryTemplateDefinition(string Name, string Sql)
{
    /// <summary>Values that the parameters have unless a query gives others, without the dollar sign.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();
}
