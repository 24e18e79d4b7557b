namespace Aep.Sdk.Core.Paging;

/// <summary>Reads a parameter out of the link to the next page.</summary>
internal static class LinkQuery
{
    /// <returns>The decoded value, or null where the link or the parameter is missing.</returns>
    public static string? Value(string? link, string parameter)
    {
        int question = link?.IndexOf('?', StringComparison.Ordinal) ?? -1;
        if (question < 0)
            return null;
        foreach (string pair in link![(question + 1)..].Split('#')[0].Split('&'))
        {
            string[] parts = pair.Split('=', 2);
            if (Uri.UnescapeDataString(parts[0]) == parameter)
                return parts.Length == 2 ? Uri.UnescapeDataString(parts[1].Replace('+', ' ')) : "";
        }
        return null;
    }
}
