using System.Text;
using System.Text.Json;

namespace Aep.Sdk.Emulator.BatchIngestion;

/// <summary>Where the check of a row stands: what it reads, and what it writes for the lake.</summary>
internal ref struct RowCursor(ReadOnlySpan<byte> row, Utf8JsonWriter writer)
{
    private readonly ReadOnlySpan<byte> _row = row;

    /// <summary>Stands on the token that is looked at.</summary>
    public Utf8JsonReader Reader = new(row);

    public Utf8JsonWriter Writer { get; } = writer;

    public bool HasPrimaryIdentity { get; set; }

    public readonly JsonTokenType Token => Reader.TokenType;

    /// <summary>The token as it stands in the row.</summary>
    public readonly ReadOnlySpan<byte> Raw => _row[(int)Reader.TokenStartIndex..(int)Reader.BytesConsumed];

    /// <summary>The value, from its first to its last byte; stands on its last token then.</summary>
    public ReadOnlySpan<byte> TakeRaw()
    {
        int start = (int)Reader.TokenStartIndex;
        Reader.Skip();
        return _row[start..(int)Reader.BytesConsumed];
    }

    /// <summary>A text or a name without its escapes, or a number as it stands in the row.</summary>
    /// <exception cref="JsonException">An escape is half of a character.</exception>
    public readonly string Text()
    {
        if (Token is not (JsonTokenType.String or JsonTokenType.PropertyName))
            return Encoding.UTF8.GetString(Raw);
        try
        {
            return Reader.GetString()!;
        }
        catch (InvalidOperationException half)
        {
            throw new JsonException("A text has half of a surrogate pair.", half);
        }
    }

    /// <summary>The value as it stands in the row, for people.</summary>
    public string Describe()
    {
        const int maxShown = 60;
        string text = Encoding.UTF8.GetString(TakeRaw());
        return text.Length <= maxShown ? text : text[..maxShown] + "…";
    }

    /// <summary>The field of an object that the name stands for, or null.</summary>
    public readonly RowField? Find(RowField definition) =>
        definition.Find(Reader.ValueIsEscaped ? Encoding.UTF8.GetBytes(Text()) : Reader.ValueSpan);
}
