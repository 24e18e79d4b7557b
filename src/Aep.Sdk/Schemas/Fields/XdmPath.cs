namespace Aep.Sdk.Schemas;

/// <summary>The ways in which people and services write where a field stands.</summary>
internal static class XdmPath
{
    public const string Element = "[]";
    public const string Value = "{}";

    /// <summary>With dots and without marks: <c>/a/b</c>, <c>a.b[]</c>, <c>a.b[*]</c> and <c>a.b[0]</c> are <c>a.b</c>.</summary>
    public static string Normalize(string path)
    {
        ReadOnlySpan<char> rest = path.AsSpan().Trim('/');
        var normal = new System.Text.StringBuilder(rest.Length);
        int depth = 0;
        foreach (char c in rest)
        {
            if (c is '[' or '{')
                depth++;
            else if (c is ']' or '}')
                depth--;
            else if (depth == 0)
                normal.Append(c == '/' ? '.' : c);
        }
        return normal.ToString();
    }

    public static string Join(string parent, string name) => parent.Length == 0 ? name : $"{parent}.{name}";

    /// <summary>A member name as a token of a JSON Pointer.</summary>
    public static string Token(string name) =>
        name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
