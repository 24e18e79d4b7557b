using Aep.Sdk.Emulator.Sql;

namespace Aep.Sdk.Emulator.PostgresWire;

/// <summary>The formats that a client asks for: none (all text), one for all, or one a column.</summary>
internal sealed record ResultFormats(IReadOnlyList<short> Codes)
{
    public static readonly ResultFormats AllText = new([]);

    public ValueFormat Of(int column) => (ValueFormat)(Codes.Count switch
    {
        0 => 0,
        1 => Codes[0],
        _ => Codes[column],
    });

    /// <summary>Formats are valid when they fit the number of columns and are known.</summary>
    public void Check(int columns)
    {
        bool fits = Codes.Count <= 1 || Codes.Count == columns;
        if (!fits || Codes.Any(code => code is not (0 or 1)))
            throw new SqlErrorException(
                SqlState.ProtocolViolation, $"bind message has {Codes.Count} result formats but query has {columns} columns");
    }
}
