namespace Aep.Sdk.Emulator.DestinationAuthoring.Templates;

/// <summary>What Adobe has added for audiences: of a namespace, or of all namespaces at once.</summary>
internal static class AudienceFilters
{
    public static IReadOnlyList<TemplateFilter> All { get; } =
    [
        new("added", [], (value, _) => Added(value)),
        new("removed", [], (value, _) => Removed(value)),
    ];

    /// <summary>The audiences that the person is in.</summary>
    public static TemplateMap Added(object? audiences) => WithStatus(audiences, "realized");

    /// <summary>The audiences that the person has left.</summary>
    public static TemplateMap Removed(object? audiences) => WithStatus(audiences, "exited");

    public static bool HasAny(object? audiences) => Flat(audiences).Any();

    private static TemplateMap WithStatus(object? audiences, string status) =>
        new([.. Flat(audiences).Where(audience => TemplateValues.Member(audience.Value, "status") as string == status)]);

    private static IEnumerable<KeyValuePair<string, object?>> Flat(object? audiences)
    {
        if (audiences is null)
            return [];
        if (!TemplateValues.IsMap(audiences))
            throw new TemplateException($"'{TemplateValues.Text(audiences)}' is no map of audiences.");
        IEnumerable<KeyValuePair<string, object?>> entries = TemplateValues.Items(audiences)!.Cast<KeyValuePair<string, object?>>();
        return entries.SelectMany(entry => TemplateValues.Member(entry.Value, "status") is string ? [entry] : Flat(entry.Value));
    }
}
