using DuckDB.NET.Data;

namespace Aep.Sdk.Emulator.PostgresWire;

/// <summary>Reads a value of any integer type.</summary>
internal delegate long IntegerReader(DuckDBDataReader reader, int column);
