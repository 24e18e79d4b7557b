using System.Globalization;
using Aep.Sdk.Emulator.Lake;

namespace Aep.Sdk.Emulator.Sql;

/// <summary>
/// A type of a result, as DuckDB names it.
/// <see cref="Name"/>: duckDB's own text for it.
/// <see cref="Fields"/>: fields of a struct; key and value of a map.
/// <see cref="Item"/>: item type of a list.
/// </summary>
internal sealed record SqlType(SqlTypeKind Kind, string Name, IReadOnlyList<SqlField> Fields, SqlType? Item)
{
    private const int MostDigits = 28;

    public bool IsComplex => Kind is SqlTypeKind.Struct or SqlTypeKind.List or SqlTypeKind.Map;

    public bool IsNumber =>
        Kind is SqlTypeKind.TinyInt or SqlTypeKind.SmallInt or SqlTypeKind.Integer or SqlTypeKind.BigInt or SqlTypeKind.HugeInt
        or SqlTypeKind.UnsignedInteger or SqlTypeKind.Float or SqlTypeKind.Double or SqlTypeKind.Decimal;

    /// <summary>Whether it has more digits than <see cref="decimal"/>: DECIMAL(29, …) to DECIMAL(38, …).</summary>
    public bool IsWideDecimal => Kind == SqlTypeKind.Decimal
        && int.Parse(Name.AsSpan()[(Name.IndexOf('(') + 1)..Name.IndexOf(',')], NumberStyles.None,
            CultureInfo.InvariantCulture) > MostDigits;

    public PostgresType Wire => Kind switch
    {
        SqlTypeKind.Boolean => PostgresType.Bool,
        SqlTypeKind.TinyInt or SqlTypeKind.SmallInt => PostgresType.Int2,
        SqlTypeKind.Integer => PostgresType.Int4,
        // Spark sums integers to a long: so does this engine's wider type on its way out.
        SqlTypeKind.BigInt or SqlTypeKind.HugeInt or SqlTypeKind.UnsignedInteger => PostgresType.Int8,
        SqlTypeKind.Float => PostgresType.Float4,
        SqlTypeKind.Double => PostgresType.Float8,
        SqlTypeKind.Decimal => PostgresType.Numeric,
        SqlTypeKind.Json => PostgresType.Json,
        SqlTypeKind.Date => PostgresType.Date,
        SqlTypeKind.Timestamp => PostgresType.Timestamp,
        SqlTypeKind.TimestampTz => PostgresType.TimestampTz,
        SqlTypeKind.Uuid => PostgresType.Uuid,
        _ => PostgresType.Varchar,
    };

    /// <summary>The DuckDB type with which a dataset stores it: only what XDM has.</summary>
    public string Stored => Kind switch
    {
        SqlTypeKind.HugeInt or SqlTypeKind.UnsignedInteger => "BIGINT",
        SqlTypeKind.Float or SqlTypeKind.Decimal => "DOUBLE",
        SqlTypeKind.TimestampTz => "TIMESTAMP",
        SqlTypeKind.Json or SqlTypeKind.Uuid or SqlTypeKind.Other => "VARCHAR",
        SqlTypeKind.Struct =>
            $"STRUCT({string.Join(", ", Fields.Select(member => $"{DuckDb.Identifier(member.Name)} {member.Type.Stored}"))})",
        SqlTypeKind.List => $"{Item!.Stored}[]",
        SqlTypeKind.Map => $"MAP(VARCHAR, {Fields[1].Type.Stored})",
        _ => Name,
    };

    /// <summary>The leaf fields below a field of this type, or itself where it has none. A list or a map is a leaf.</summary>
    /// <param name="path">The path of the field.</param>
    public IEnumerable<(IReadOnlyList<string> Path, SqlType Type)> Leaves(IReadOnlyList<string> path) =>
        Kind == SqlTypeKind.Struct ? Fields.SelectMany(field => field.Type.Leaves([.. path, field.Name])) : [(path, this)];

    public static SqlType Parse(string text) => new SqlTypeParser(text).Parse();
}
