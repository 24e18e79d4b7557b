using System.Globalization;
using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.Profiles;

/// <summary>A page by <c>start</c> (or <c>offset</c>) and <c>limit</c>.</summary>
internal readonly record struct OffsetPage(int Start, int Limit, int Total)
{
    public int Size => Math.Clamp(Total - Start, 0, Limit);

    public bool HasNext => Start + Size < Total;

    public int Next => Start + Size;

    /// <exception cref="Gateway.ApiException">400: start or limit is no number in its range.</exception>
    public static OffsetPage Of(HttpRequest request, int total, int limit, int most = 1000)
    {
        string start = request.Query.ContainsKey("start") ? "start" : "offset";
        return new OffsetPage(Number(request, start, 0, 0, int.MaxValue / 2), Number(request, "limit", limit, 1, most), total);
    }

    public static int Number(HttpRequest request, string name, int fallback, int least, int most)
    {
        string text = request.Query[name].ToString();
        if (text.Length == 0)
            return fallback;
        return int.TryParse(text, CultureInfo.InvariantCulture, out int number) && number >= least
            ? Math.Min(number, most)
            : throw ProfileErrors.Invalid($"{name} '{text}' must be a whole number of at least {least}.");
    }

    public IEnumerable<JsonNode?> Slice(IEnumerable<JsonObject> items) => items.Skip(Start).Take(Size);

    /// <summary>Says where the next page starts, if there is one.</summary>
    public void WriteNext(JsonObject page)
    {
        if (HasNext)
            page["next"] = Next.ToString(CultureInfo.InvariantCulture);
    }
}
