using System.Text;
using System.Text.Json;

namespace Aep.Sdk.Parquet;

/// <summary>
/// Finds the members of an object by their names. Rows of one type name them in one order: the one that followed last time is tried first.
/// </summary>
internal sealed class XdmMemberNames
{
    public const int None = -1;

    private readonly byte[][] _names;
    private readonly Dictionary<string, int> _places;
    private readonly int[] _followers;

    public XdmMemberNames(IEnumerable<string> names)
    {
        _names = [.. names.Select(Encoding.UTF8.GetBytes)];
        _places = names.Select((name, place) => (name, place)).ToDictionary(pair => pair.name, pair => pair.place);
        _followers = [.. Enumerable.Range(0, _names.Length), 0];
    }

    /// <param name="reader">Stands on a name.</param>
    /// <param name="previous">The place of the member before; <see cref="None"/> for the first.</param>
    /// <returns>The place of the member; <see cref="None"/> when no member has the name.</returns>
    public int Find(ref Utf8JsonReader reader, int previous)
    {
        ref int expected = ref _followers[previous + 1];
        if (reader.ValueTextEquals(_names[expected]))
            return expected;
        return _places.TryGetValue(reader.GetString()!, out int place) ? expected = place : None;
    }
}
