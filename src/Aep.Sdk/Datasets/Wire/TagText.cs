namespace Aep.Sdk.Datasets;

/// <summary>The <c>tags</c> of a query: <c>name:value</c>, all of which must be there.</summary>
internal static class TagText
{
    public static string? Of(IEnumerable<KeyValuePair<string, string>> tags)
    {
        string text = string.Join(',', tags.Select(tag => $"{tag.Key}:{tag.Value}"));
        return text.Length == 0 ? null : text;
    }
}
