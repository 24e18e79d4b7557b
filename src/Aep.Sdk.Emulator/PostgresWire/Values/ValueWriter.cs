using DuckDB.NET.Data;

namespace Aep.Sdk.Emulator.PostgresWire;

/// <summary>Writes one value that is not NULL.</summary>
internal delegate void ValueWriter(MessageWriter writer, DuckDBDataReader reader, int column);
