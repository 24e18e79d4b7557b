namespace Aep.Sdk.Emulator.DestinationAuthoring.Templates;

/// <summary>A filter.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Parameters">The names of its arguments in their order.</param>
/// <param name="Apply">Takes the value and the arguments; null for one that is not given.</param>
internal sealed record TemplateFilter(string Name, string[] Parameters, Func<object?, object?[], object?> Apply)
{
    private static readonly Dictionary<string, TemplateFilter> All =
        ((TemplateFilter[])[.. TextFilters.All, .. ListFilters.All, .. AudienceFilters.All]).ToDictionary(filter => filter.Name);

    public static IEnumerable<string> Names => All.Keys.Order();

    public static TemplateFilter? Find(string name) => All.GetValueOrDefault(name);
}
