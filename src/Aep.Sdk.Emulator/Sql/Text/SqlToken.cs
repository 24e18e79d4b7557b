namespace Aep.Sdk.Emulator.Sql;

/// <summary>A piece of an SQL text: where it stands, not a copy of it.</summary>
internal readonly record struct SqlToken(SqlTokenKind Kind, int Start, int Length)
{
    public int End => Start + Length;
}
