using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.Storage;

/// <summary>
/// The order of members by which listings sort: what is not there first, then numbers by their value, then everything else by its text.
/// Texts that look like numbers are texts: an order that took "10" for a number beside "1a" would run in a circle, and pages by it would
/// lose entries.
/// </summary>
internal static class JsonOrder
{
    public static int Compare(JsonNode? left, JsonNode? right)
    {
        int rank = Rank(left).CompareTo(Rank(right));
        if (rank != 0)
            return rank;
        return IsNumber(left) ? Number(left!).CompareTo(Number(right!)) : string.CompareOrdinal(left?.ToString(), right?.ToString());
    }

    /// <summary>Compares with a member that has gone through an address, where all is text.</summary>
    public static int CompareWithText(JsonNode? node, string text)
    {
        if (text.Length == 0)
            return Compare(node, null);
        bool isNumber = IsNumber(node) && double.TryParse(text, CultureInfo.InvariantCulture, out _);
        return Compare(node, isNumber ? JsonNode.Parse(text) : JsonValue.Create(text));
    }

    private static bool IsNumber(JsonNode? node) => node?.GetValueKind() == JsonValueKind.Number;

    private static double Number(JsonNode node) => double.Parse(node.ToString(), CultureInfo.InvariantCulture);

    private static int Rank(JsonNode? node) => node is null ? 0 : IsNumber(node) ? 1 : 2;
}
